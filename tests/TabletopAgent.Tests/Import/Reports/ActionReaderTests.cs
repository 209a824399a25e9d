using TabletopAgent.Import;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class ActionReaderTests
{
    [Theory]
    [InlineData("## Action items\n\n- a first thing\n  - a detail of it\n- a second thing", "a first thing;a second thing")]
    [InlineData("## Action items\n\n### Process\n\n1. one\n\n### Code\n\n1. two", "one;two")]
    [InlineData("- **Review actions**:\n  - N/A", "")]
    [InlineData("## Next steps\n\n- [x] done thing", "done thing")]
    [InlineData("## Summary\n\n- no action here", "")]
    public void Finds_what_is_to_be_done(string text, string expected) => Assert.Equal(expected, string.Join(';', Read(text).Select(a => a.Text)));

    [Fact]
    public void A_table_names_owner_and_due_date()
    {
        var action = Read("## Action items\n\n| Action | Owner | Due | Status |\n|-|-|-|-|\n| Pin the image | Mette | 2023-11-20 | done |\n").Single();
        Assert.Equal(("Pin the image", "Mette", "2023-11-20", true), (action.Text, action.Owner, action.Due, action.Done));
    }

    [Theory]
    [InlineData("Add a test. Owner: @sam", "sam")]
    [InlineData("@sam adds a test", "sam")]
    [InlineData("Ask the owner of the ingress", null)]
    public void An_owner_is_one_who_is_named(string text, string? owner) => Assert.Equal(owner, Read($"## Action items\n\n- {text}").Single().Owner);

    private static List<ActionItem> Read(string text)
    {
        var draft = new Draft("x.md", "report", 1);
        ActionReader.Read(ReportLines.Of(text), draft);
        return draft.Actions;
    }
}

using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class BriefReaderTests
{
    private static Gathered Read(string text, Section section = Section.Symptoms)
    {
        var into = new Gathered();
        BriefReader.Read(text, "b.md", 1, into, section);
        return into;
    }

    [Theory]
    [InlineData("- writes fail\n- reads fine", "symptom writes fail / symptom reads fine")]
    [InlineData("- writes fail\n  on every route", "symptom writes fail on every route")]
    [InlineData("since the deploy at noon the checkout answers with an error and\nnobody can pay", "symptom since the deploy at noon the checkout answers with an error and nobody can pay")]
    [InlineData("writes fail\nreads fine", "symptom writes fail / symptom reads fine")]
    [InlineData("\"writes fail\"", "symptom writes fail")]
    [InlineData("symptoms: [a; b]", "symptom a / symptom b")]
    [InlineData("symptoms: [one line each]\n- a", "symptom a")]
    [InlineData("symptoms: …\nindex: {{index}}", "")]
    [InlineData("topology:\nA(active)\nB(passive)", "exercise topology=A(active); B(passive)")]
    [InlineData("topology: [region:A(active),\nB(passive)]", "exercise topology=region:A(active),; B(passive)")]
    [InlineData("- topology: A(active), B(passive)\n- queue at 5x", "exercise topology=A(active), B(passive) / symptom queue at 5x")]
    [InlineData("- topology: A(active)\n  - B(passive)", "exercise topology=A(active); B(passive)")]
    [InlineData("topology:\n- A(active)\n- B(passive)", "exercise topology=A(active); B(passive)")]
    [InlineData("index: docs-v3; docs-v4", "exercise index=[\"docs-v3\",\"docs-v4\"]")]
    [InlineData("tier: S\nwrites fail", "exercise tier=S / symptom writes fail")]
    [InlineData("# Evening\n## Mood\ngrim", "exercise title=Evening / symptom grim")]
    [InlineData("Tell me:\n1) the layer\nKeep it auditable and short.\nwrites fail", "symptom writes fail")]
    [InlineData("---\n***\nwrites fail\n===", "symptom writes fail")]
    public void A_label_opens_a_part_and_what_follows_belongs_to_it(string text, string events) => Assert.Equal(events, Show.Events(Read(text).Events()));

    [Theory]
    [InlineData("Region: us-east-1 is down", "symptom Region: us-east-1 is down")]
    [InlineData("regions: A(active), B(passive)", "exercise topology=A(active), B(passive)")]
    [InlineData("region topology: who knows", "exercise topology=who knows")]
    public void A_sentence_about_a_region_is_no_topology(string text, string events) => Assert.Equal(events, Show.Events(Read(text).Events()));

    [Theory]
    [InlineData("## Mood\ngrim", "TT303", 1)]
    [InlineData("ok\nsymptons: x", "TT303", 2)]
    [InlineData("probes:\nnobody measured", "TT301", 2)]
    [InlineData("Given:\n- symptoms: x\nTell me:\n1) y", "TT305", 1)]
    public void What_is_not_understood_is_a_note_at_its_line(string text, string code, int line)
    {
        var note = Assert.Single(Read(text).Notes);
        Assert.Equal((code, new Place("b.md", line)), (note.Code, note.Place));
    }

    [Fact]
    public void A_dump_is_read_up_to_the_cap_with_one_note()
    {
        var into = Read(string.Concat(Enumerable.Range(0, 3 * Gathered.MostSymptoms).Select(i => $"- line {i}\n")));
        Assert.Equal(Gathered.MostSymptoms, into.Events().Count);
        Assert.Equal(("TT310", Gathered.MostSymptoms + 1), (Assert.Single(into.Notes).Code, into.Notes[0].Place.Line));
    }
}

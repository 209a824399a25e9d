using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Agent.Grounding;

namespace TabletopAgent.Tests.Agent.Grounding;

public sealed class ReplyPartsTests
{
    private static IEnumerable<string> Texts(string reply, PartKind kind) => new ReplyParts().Of(reply).Where(p => p.Kind == kind).Select(p => p.Text);

    [Fact]
    public void Sentences_are_cut_where_they_end() =>
        Assert.Equal(["ΔS is 0.675, i.e. too far.", "Why?", "Bo said “it burns. Now.”"], Texts("ΔS is 0.675, i.e. too far. Why? Bo said “it burns. Now.”", PartKind.Sentence));

    [Fact]
    public void A_list_counts_up_from_one() => Assert.Equal(["a", "b", "4.", "c"], Texts("1. a\n2. b\n4. c", PartKind.Sentence));

    [Fact]
    public void A_table_is_rows_under_a_header()
    {
        var parts = new ReplyParts().Of("| A | B |\n|---|---|\n| 1 | 2 |\nafter");
        Assert.Equal(["A", "B"], parts.Single(p => p.Kind == PartKind.Row).Header);
        Assert.Equal("after", parts.Single(p => p.Kind == PartKind.Sentence).Text);
    }

    [Theory]
    [InlineData("```json\n{\"a\": 1}\n```")]
    [InlineData("see\n{\n  \"a\": 1\n}\nthere")]
    public void JSON_is_one_part(string reply) => Assert.Single(Texts(reply, PartKind.Json));

    [Fact]
    public void Broken_JSON_is_prose() => Assert.Empty(Texts("{\"a\": 1", PartKind.Json));

    [Property]
    public bool All_parts_in_a_row_are_the_reply(NonNull<string> text)
    {
        var clean = Cleaned.Of(text.Get);
        return string.Concat(new ReplyParts().Of(clean).Select(p => p.Text)) == clean;
    }
}

using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class GuideReaderTests
{
    [Fact]
    public void Every_part_Is_read_with_its_line()
    {
        var guide = GuideReader.Read(PageReader.Read(Library.Page("cache"), "cache.md", "cache.md", [])!);
        Assert.Equal("It breaks.", guide.Purpose);
        Assert.Equal(new Line("a sign", 15), Assert.Single(guide.Symptoms));
        Assert.Equal(120, guide.HeardAs.Count);
        Assert.Equal(new LookAlike("one", "cache", null, "because", 140), guide.LookAlikes[0]);
        Assert.Equal(("a fact", "delta_s >= 0.60", "coverage >= 0.70"), (guide.Gather[0].Text, guide.HoldsWhen[0].Text, guide.RefutedWhen[0].Text));
        Assert.Equal(new Step("Mend it.", "error_pct > 1", null, "it works", "yes, break it", 153), Assert.Single(guide.Steps));
        Assert.Equal(new PageAction("routing", "Move it.", "it moved", 159), Assert.Single(guide.Actions));
        Assert.Equal(("a list", "delta_s <= 0.45"), (guide.Proofs[0].Text, guide.Acceptance[0].Text));
    }

    [Theory]
    [InlineData("\"a -> b\" -> cache, edge-cache: it is", "a -> b", "cache", "edge-cache", "it is")]
    [InlineData("“a”→routing,none:x", null, null, null, null)]
    [InlineData("“a” → routing, none: x", "a", "routing", null, "x")]
    [InlineData("\"a\" -> Cache, none: x", null, null, null, null)]
    [InlineData("\"a\" -> cache: x", null, null, null, null)]
    public void ReadLookAlike_Takes_the_exact_form(string text, string? words, string? layer, string? page, string? why) =>
        Assert.Equal(words is null ? null : new LookAlike(words, layer!, page, why!, 7), GuideReader.ReadLookAlike(new Line(text, 7)));

    [Fact]
    public void Page_without_the_parts_Is_empty_and_fine()
    {
        var guide = GuideReader.Read(PageReader.Read("# T\n\ntext", "t.md", "t.md", [])!);
        Assert.Empty(guide.Steps);
        Assert.Empty(guide.HeardAs);
    }
}

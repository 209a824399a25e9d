using System.Xml.Linq;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class SvgTests
{
    private static readonly Drawing Every = new("a <title>", 100, 50,
    [
        new Fill(0, 0, 10, 10, "#dcdfe3"), new Dot(5, 5, 2, "#000000"), new Stroke([(0, 0), (10.04, 1d / 3)], "#0072b2", 2, [8, 4], "A & B"),
        new Lettering(1, 2, "<script>\u202Ealert", Anchor.End, 11, "#000000", Halo: true),
    ]);

    [Fact]
    public void Text_stays_text_and_a_strange_name_is_only_text()
    {
        var svg = XDocument.Parse(Svg.Of(Every)).Root!;
        Assert.Equal("a <title>", svg.Attribute("aria-label")!.Value);
        Assert.Equal("<script>\\u{202E}alert", svg.Elements().Single(e => e.Name.LocalName == "text").Value);
        Assert.Equal("A & B", svg.Descendants().Single(e => e.Name.LocalName == "title").Value);
    }

    [Fact]
    public void Lines_are_told_apart_by_dashes() => Assert.Contains("<path d=\"M0 0L10 0.3\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\" stroke-dasharray=\"8 4\">", Svg.Of(Every), StringComparison.Ordinal);

    [Fact]
    public void It_fetches_nothing() => Assert.DoesNotMatch("href|url\\(|@import", Svg.Of(Every));
}

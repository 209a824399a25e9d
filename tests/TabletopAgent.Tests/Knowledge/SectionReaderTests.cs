using TabletopAgent.Knowledge;
using TabletopAgent.Markdown;

namespace TabletopAgent.Tests.Knowledge;

public sealed class SectionReaderTests
{
    [Theory]
    [InlineData("Typical breakpoints → exact fix", "typical-breakpoints--exact-fix")]
    [InlineData("ΔS and λ_observe", "δs-and-λ_observe")]
    [InlineData("🔗", "section")]
    [InlineData("A) First", "a-first")]
    public void Slug_Is_GitHubs(string heading, string slug) => Assert.Equal(slug, SectionReader.Slug(heading));

    [Fact]
    public void Sections_Have_stable_ids()
    {
        var (title, sections, units) = Read("intro\n\n# T\n## A\n### B\nx\n### B\n#### deep\n## A\n### B\n");
        Assert.Equal("T", title);
        Assert.Equal(["p#t", "p#a", "p#a/b", "p#a/b~2", "p#a~2", "p#a/b~3"], sections.Select(s => s.Id));
        Assert.Equal(2, units.Single(u => u.Text == "x").Section);
        Assert.Equal(3, units.Single(u => u.Text == "deep").Section);
    }

    [Fact]
    public void Title_Is_the_file_name_where_no_heading_says() => Assert.Equal("my_page", SectionReader.Read("a/my_page", MarkdownReader.Read("text", "f", []).Blocks).Title);

    [Fact]
    public void Fences_Are_no_units_and_rows_and_items_are_each_one() =>
        Assert.Equal([UnitKind.Item, UnitKind.Item, UnitKind.Row, UnitKind.Row], Read("- a\n- b\n\n|x|\n|-|\n|1|\n|2|\n\n```\ncode\n```").Units.Select(u => u.Kind));

    private static (string Title, List<Section> Sections, List<Unit> Units) Read(string text) => SectionReader.Read("p", MarkdownReader.Read(text, "f", []).Blocks);
}

using TabletopAgent.Markdown;

namespace TabletopAgent.Tests.Markdown;

public sealed class CleanerTests
{
    private readonly List<Note> _notes = [];

    [Theory]
    [InlineData("a <!-- b --> c", "a  c")]
    [InlineData("a <!-- b\nb --> c", "a \n c")]
    [InlineData("<!-- b --><!-- b\nb --><!-- b -->c", "\nc")]
    [InlineData("a\n### 🔗 Quick-Start Downloads (60 sec)\nb\n## c\nd", "a\n\n\n## c\nd")]
    [InlineData("a\n### 🧭 Explore More\nb\n## c", "a\n\n\n")]
    [InlineData("a\n<!-- WFGY_FOOTER_START -->\nb\n<!-- WFGY_FOOTER_END -->\nc", "a\n\n\n\nc")]
    [InlineData("<details>\n<summary>Quick Return to Map</summary>\nb\n</details>\nc", "\n\n\n\nc")]
    [InlineData("<details>\n<summary>Why</summary>\nb\n</details>", "\n<summary>Why</summary>\nb\n")]
    [InlineData("```\n<!-- b -->\n### Explore More\n```\nc", "```\n<!-- b -->\n### Explore More\n```\nc")]
    [InlineData("<!--\n```\n-->\n## c\nd", "\n\n\n## c\nd")]
    public void Noise_Is_blanked_line_by_line(string text, string left)
    {
        Assert.Equal(left.Split('\n').Select(l => l.Trim()), Clean(text).Select(l => l.Trim()));
    }

    [Fact]
    public void Front_matter_Is_taken_out()
    {
        var (lines, frontMatter) = Cleaner.Clean("\uFEFF---\r\nid: a\r\n---\r\n# A", "f", _notes);
        Assert.Equal("id: a", frontMatter);
        Assert.Equal(["", "", "", "# A"], lines);
    }

    [Theory]
    [InlineData("```\na\n\n## b", "```\na\n```\n## b")]
    [InlineData("```\na\n\n### b", "```\na\n```\n### b")]
    [InlineData("```\na", "```\na")]
    [InlineData("````\na\n```\n\n## b", "````\na\n```\n````\n## b")]
    public void Fence_without_end_Is_closed_and_said(string text, string repaired)
    {
        Assert.Equal(repaired.Split('\n'), Clean(text));
        Assert.Equal("TT405", Assert.Single(_notes).Code);
    }

    [Fact]
    public void Fence_that_ends_outside_its_list_item_Is_moved_in()
    {
        Assert.Equal(["1. a", "   ```json", "   {", "   }", "   ```", "2. b"], Clean("1. a\n   ```json\n{\n   }\n````\n2. b"));
        Assert.Equal(("TT430", 5), (Assert.Single(_notes).Code, _notes[0].Place.Line));
    }

    private string[] Clean(string text) => Cleaner.Clean(text, "f", _notes).Lines;
}

using TabletopAgent.Markdown;

namespace TabletopAgent.Tests.Markdown;

public sealed class MarkdownReaderTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void Blocks_Are_flat_with_the_authors_lines()
    {
        var blocks = Read("# T\n\ntext\n\n- a\n  - b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```js\ncode\n```\n");
        Assert.Equal(
            [
                (BlockKind.Heading, "T", 1), (BlockKind.Paragraph, "text", 3), (BlockKind.ListItem, "a", 5), (BlockKind.ListItem, "b", 6),
                (BlockKind.TableRow, "1 | 2", 10), (BlockKind.Fence, "code", 12),
            ],
            blocks.Select(b => (b.Kind, b.Text, b.Line)));
        Assert.Equal(2, blocks[3].Level);
        Assert.Equal(["x", "y"], blocks[4].Header!);
    }

    [Fact]
    public void Text_Is_that_of_the_inlines() =>
        Assert.Equal("λ_observe is a, b and c - d", Assert.Single(Read("λ\\_observe is **a**, `b` and [c](x.md \"t\") <b>\u2011</b> d![alt](i.png)\uFE0F")).Text);

    [Fact]
    public void Links_Have_text_target_and_line()
    {
        var links = Read("a\n[b](./c.md#d)\n<https://e.org>")[0].Links;
        Assert.Equal([("b", "./c.md#d", 2), ("https://e.org", "https://e.org", 1)], links.Select(l => (l.Text, l.Target, l.Line)));
    }

    [Fact]
    public void Text_to_a_model_Is_left_out_and_said()
    {
        Assert.Equal(["a", "H", "b"], Read("a\n\nAI NOTE: x\n\n### LLM ROUTER\n\ny\n\n#### z\n\n## H\n\nb").Select(b => b.Text));
        Assert.Equal([3, 5, 7, 9], _notes.Select(n => n.Place.Line));
        Assert.All(_notes, n => Assert.Equal("TT404", n.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("---\n")]
    [InlineData("<!--")]
    [InlineData("```")]
    [InlineData("<details")]
    [InlineData("|||\n|-|-|\n|")]
    [InlineData("[^1]:\n[^1]")]
    [InlineData("\0\uFFFD")]
    [InlineData("- - - -\n> > > ```")]
    public void Odd_text_Is_read(string text) => Assert.NotNull(MarkdownReader.Read(text, "f", _notes));

    /// <summary>In eight upstream pages an ill-indented fence swallowed the second half of the page.</summary>
    [Fact]
    public void Fence_in_an_item_Does_not_swallow_the_page()
    {
        var blocks = Read("1. **Add audit schema**:\n   ```json\n   {\n   }\n````\n\n2. second\n\n## Next\n\ntext");
        Assert.Equal(["Add audit schema:", "second", "Next", "text"], blocks.Where(b => b.Kind != BlockKind.Fence).Select(b => b.Text));
    }

    [Fact]
    public void Upstream_fences_Are_all_repaired()
    {
        if (Upstream.Folder() is not { } folder) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            foreach (var fence in MarkdownReader.Read(File.ReadAllText(file), file, []).Blocks.Where(b => b.Kind == BlockKind.Fence))
                Assert.False(fence.Text.Contains("\n## ", StringComparison.Ordinal) && fence.Text.Contains("](", StringComparison.Ordinal), $"{file}:{fence.Line} swallows the page");
    }

    private IReadOnlyList<Block> Read(string text) => MarkdownReader.Read(text, "f", _notes).Blocks;
}

using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class PageReaderTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void Page_with_id_and_layer_Is_ours()
    {
        var page = Read("---\nid: a\ntitle: A page\nlayer: cache\nrelated: [routing]\nmodes: [5, x, 1]\nupstream: [ProblemMap/a.md]\nstands_for_missing: ProblemMap/b.md\n---\n# A\ntext", "sub/a.md").Page;
        Assert.Equal(("a", "A page", "cache", true), (page.Id, page.Title, page.Layer, page.Ours));
        Assert.Equal(["routing"], page.Related);
        Assert.Equal([5, 1], page.Modes);
        Assert.Equal(["ProblemMap/a.md"], page.Upstream);
        Assert.Equal(["ProblemMap/b.md"], page.Missing);
    }

    [Theory]
    [InlineData("ProblemMap/x/a.md", "ProblemMap/x/a", 1)]
    [InlineData("x/A.MD", "x/A", 0)]
    public void Page_of_anybody_Is_known_by_its_path(string path, string id, int upstream)
    {
        var page = Read("---\nlayout: post\n---\n# Title\ntext", path).Page;
        Assert.Equal((id, "Title", null, false, upstream), (page.Id, page.Title, page.Layer, page.Ours, page.Upstream.Count));
    }

    [Fact]
    public void Same_name_in_two_folders_Stays_two_pages() => Assert.NotEqual(Read("a", "x/page.md").Page.Id, Read("a", "y/page.md").Page.Id);

    [Theory]
    [InlineData("")]
    [InlineData("<!-- only a comment -->")]
    [InlineData("---\nid: a\nlayer: cache\n---\n")]
    public void Page_without_text_Is_a_note(string text)
    {
        Assert.Null(PageReader.Read(text, "a.md", "a.md", _notes));
        Assert.Contains(_notes, n => n.Code == "TT006");
    }

    [Fact]
    public void Front_matter_that_is_no_YAML_Is_a_note_and_the_page_is_read()
    {
        Assert.False(Read("---\nid: [\n---\n# T\ntext", "a.md").Page.Ours);
        Assert.Equal("TT401", Assert.Single(_notes).Code);
    }

    [Fact]
    public void Upstream_pages_Are_all_read_and_kept_apart()
    {
        if (Upstream.Folder() is not { } folder) return;
        var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).ToList();
        var ids = files.Select(f => PageReader.Read(File.ReadAllText(f), Path.GetRelativePath(folder, f).Replace('\\', '/'), f, _notes)!.Page.Id).ToList();
        Assert.Equal(514, ids.Distinct().Count());
        Assert.True(ids.GroupBy(i => i[(i.LastIndexOf('/') + 1)..]).Count(g => g.Count() > 1) >= 30, "file names that exist more than once");
        Assert.DoesNotContain(_notes, n => n.Severity == Severity.Error);
    }

    private OpenPage Read(string text, string path) => PageReader.Read(text, path, path, _notes)!;
}

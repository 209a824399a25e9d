using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class KnowledgeFilesTests : IDisposable
{
    private readonly Library _shipped = new Library().Write("pages/a.md", "a").Write("verdicts/healthy.md", "h").Write("rules.yaml", "r").Write("folders.yaml", "f").Write("cards/c.md", "c");
    private readonly Library _given = new();
    private readonly List<Note> _notes = [];

    public void Dispose()
    {
        _shipped.Dispose();
        _given.Dispose();
    }

    [Fact]
    public void Shipped_folder_Is_split_into_its_parts()
    {
        var files = Read();
        Assert.Equal("a.md", Assert.Single(files.Pages).Path);
        Assert.Same(files.Pages, files.Teachers);
        Assert.Equal(("healthy.md", "r", "f"), (Assert.Single(files.Verdicts).Path, files.Rules!.Text, files.Folders!.Text));
    }

    [Fact]
    public void Folder_given_Replaces_pages_and_nothing_else()
    {
        _given.Write("x/b.md", "b").Write("cards/c.md", "c").Write(".git/d.md", "d").Write("e.txt", "e");
        var files = Read(_given.Folder);
        Assert.Equal(["cards/c.md", "x/b.md"], files.Pages.Select(p => p.Path));
        Assert.Equal(("a.md", "r"), (Assert.Single(files.Teachers).Path, files.Rules!.Text));
    }

    [Fact]
    public void Folder_with_rules_Is_a_library_of_ours()
    {
        _given.Write("pages/b.md", "b").Write("cards/c.md", "c").Write("rules.yaml", "own").Write("README.md", "r").Write("verdicts/healthy.md", "own");
        var files = Read(_given.Folder);
        Assert.Equal("b.md", Assert.Single(files.Pages).Path);
        Assert.Equal(("own", "own", "f"), (files.Rules!.Text, files.Verdicts[0].Text, files.Folders!.Text));
    }

    [Fact]
    public void Folder_called_ProblemMap_Keeps_its_name_in_paths()
    {
        _given.Write("ProblemMap/b.md", "b");
        Assert.Equal("ProblemMap/b.md", Read(_given.Folder).Pages[0].Path);
        Assert.Equal("ProblemMap/b.md", Read(Path.Combine(_given.Folder, "ProblemMap") + "/").Pages[0].Path);
    }

    [Fact]
    public void Hash_Is_of_paths_and_bytes_and_the_key_also_of_the_place()
    {
        var before = Read();
        Assert.Equal((before.Hash, before.Key), (Read().Hash, Read().Key));
        using var copy = new Library().Write("pages/a.md", "a").Write("verdicts/healthy.md", "h").Write("rules.yaml", "r").Write("folders.yaml", "f");
        var moved = KnowledgeFiles.Read(copy.Folder, [], _notes);
        Assert.Equal(before.Hash, moved.Hash);
        Assert.NotEqual(before.Key, moved.Key);
        _shipped.Write("pages/a.md", "b");
        Assert.NotEqual(before.Hash, Read().Hash);
    }

    [Fact]
    public void Folder_that_is_not_there_or_empty_Is_a_note_and_the_shipped_pages_stay()
    {
        Assert.Equal("a.md", Read(_given.Folder, "/no/such/folder").Pages[0].Path);
        Assert.Equal(["TT002", "TT414"], _notes.Select(n => n.Code));
    }

    [Fact]
    public void In_Lists_one_folder() => Assert.Equal("c.md", Assert.Single(KnowledgeFiles.In(_shipped.Folder, "cards", _notes)).Path);

    private KnowledgeFiles Read(params string[] folders) => KnowledgeFiles.Read(_shipped.Folder, folders, _notes);
}

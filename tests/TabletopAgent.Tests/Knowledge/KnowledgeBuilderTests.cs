using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class KnowledgeBuilderTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void Build_Puts_files_together()
    {
        using var library = Library.Sound();
        var known = Build(library.Folder);
        Assert.Equal(12, known.Pages.Count);
        Assert.Equal("far", Assert.Single(known.Rules).Id);
        Assert.Empty(_notes);
    }

    [Fact]
    public void Foreign_page_Gets_its_layer_and_ours_go_on_teaching()
    {
        using var library = Library.Sound();
        using var foreign = new Library().Write("ProblemMap/Vectors/a.md", "# A\n\ntext").Write("ProblemMap/b.md", "# B\n\ntext");
        var known = Build(library.Folder, foreign.Folder);
        Assert.Equal([("ProblemMap/Vectors/a", "vector-index"), ("ProblemMap/b", null)], known.Pages.Select(p => (p.Id, p.Layer)));
        Assert.Equal(12, known.Teachers.Count);
        Assert.Null(known.Find("cache"));
        Assert.Equal("cache", known.Teacher("cache")!.Layer);
    }

    [Fact]
    public void Same_id_twice_Leaves_the_second_out_with_a_note()
    {
        using var library = Library.Sound();
        using var given = new Library().Write("a.md", Library.Page("cache")).Write("b.md", Library.Page("cache"));
        Assert.Single(Build(library.Folder, given.Folder).Pages);
        Assert.Equal("TT415", Assert.Single(_notes).Code);
    }

    private KnowledgeBase Build(string shipped, params string[] folders) => KnowledgeBuilder.Build(KnowledgeFiles.Read(shipped, folders, _notes), null, _notes);
}

using System.Text;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class FolderLayersTests
{
    private readonly List<Note> _notes = [];

    [Theory]
    [InlineData("ProblemMap/a", "safety")]
    [InlineData("ProblemMap/Vectors/x", "vector-index")]
    [InlineData("ProblemMap/Vectors/hybrid", "retrieval-and-chunking")]
    [InlineData("ProblemMap/VectorsAndMore/x", null)]
    [InlineData("else", null)]
    public void Of_Takes_our_page_then_the_longest_folder(string id, string? layer) => Assert.Equal(layer, Layers().Of(id));

    [Fact]
    public void Unknown_layer_Is_a_note()
    {
        Layers();
        Assert.Equal("TT407", Assert.Single(_notes).Code);
    }

    private FolderLayers Layers()
    {
        var ours = PageReader.Read("---\nid: a\nlayer: safety\nupstream: [ProblemMap/a.md]\n---\ntext", "a.md", "a.md", [])!.Page;
        var yaml = "folders:\n  ProblemMap/Vectors/: vector-index\n  ProblemMap/Vectors/hybrid: retrieval-and-chunking\n  ProblemMap/a: cache\n  ProblemMap/z: zeal\n";
        return new FolderLayers([ours], new KnowledgeFile("folders.yaml", "folders.yaml", Encoding.UTF8.GetBytes(yaml)), _notes);
    }
}

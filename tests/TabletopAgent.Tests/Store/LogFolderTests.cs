using TabletopAgent.Store;

namespace TabletopAgent.Tests.Store;

public sealed class LogFolderTests
{
    [Theory]
    [InlineData("drill-2026_05", true)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("", false)]
    [InlineData("drill ", false)]
    [InlineData("con\u0000", false)]
    public void An_id_names_a_folder_of_its_own_or_none(string id, bool good)
    {
        var notes = new List<Note>();
        Assert.Equal(good ? Path.Combine("data", id, "log.jsonl") : null, LogFolder.Log("data", id, notes));
        Assert.Equal(good ? [] : ["TT616"], notes.Select(n => n.Code));
    }
}

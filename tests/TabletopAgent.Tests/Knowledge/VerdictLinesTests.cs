using System.Text;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class VerdictLinesTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void Lines_Carry_their_layer_only_when_something_is_at_fault()
    {
        var file = File("## Purpose\n- no\n## Heard as\n- all green -> fine\n## Not healthy\n- green, yet stale -> cache\n- odd -> gremlins\n- bare\n");
        Assert.Equal([("all green -> fine", null), ("green, yet stale", "cache")], VerdictLines.Read(file, _notes));
        Assert.Equal([("TT407", 7), ("TT407", 8)], _notes.Select(n => (n.Code, n.Place.Line)));
    }

    [Fact]
    public void Asks_Are_read() => Assert.Equal([new Ask("it is slow", "which page; since when")], VerdictLines.Asks(File("## Ask\n- \"it is slow\": which page; since when\n- nonsense\n")));

    [Theory]
    [InlineData("healthy.md")]
    [InlineData("need-data.md")]
    public void Shipped_lines_Are_all_heard(string name)
    {
        var text = System.IO.File.ReadAllText(Repository.Path("knowledge", "verdicts", name));
        var heard = text.Split("## Ask")[0].Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal));
        var read = VerdictLines.Read(File(text), _notes).Count();
        Repository.None(_notes.Select(n => n.ToString()));
        Assert.Equal(heard, read);
    }

    private static KnowledgeFile File(string text) => new("healthy.md", "healthy.md", Encoding.UTF8.GetBytes(text));
}

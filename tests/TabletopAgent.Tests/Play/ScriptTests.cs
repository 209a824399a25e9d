using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class ScriptTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void A_script_is_lines_with_times_since_minute_0()
    {
        var lines = Script.Read("# roles\n/role ic Ines\r\n\n+0:30 Ines: /here\n/note at once\n+75:05\n", "s.txt", _notes);
        Assert.Equal(
            [new ScriptLine(null, "/role ic Ines", new Place("s.txt", 2)), new ScriptLine(TimeSpan.FromSeconds(30), "Ines: /here", new Place("s.txt", 4)),
            new ScriptLine(TimeSpan.FromSeconds(30), "/note at once", new Place("s.txt", 5)), new ScriptLine(new TimeSpan(1, 15, 5), "", new Place("s.txt", 6))],
            lines);
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("+12 /note x", "TT693", 0)]
    [InlineData("+12:99 /note x", "TT693", 0)]
    [InlineData("+5:00 /note x\n+4:00 /note y", "TT694", 2)]
    public void A_time_that_is_none_is_said_with_its_line(string text, string code, int lines)
    {
        Assert.Equal(lines, Script.Read(text, "s.txt", _notes).Count);
        Assert.Equal(code, Assert.Single(_notes).Code);
    }
}

using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class CommandTests
{
    [Theory]
    [InlineData("/decide fail over | owner Dana | runbook x", "decide", "fail over", "owner Dana,runbook x")]
    [InlineData("  /STATUS  ", "status", "", "")]
    [InlineData("/note a \\| b", "note", "a | b", "")]
    [InlineData("/action-item mend it || owner Sam |", "action-item", "mend it", "owner Sam")]
    [InlineData("/sli chat ok=false", "sli", "chat ok=false", "")]
    public void A_line_is_taken_apart(string line, string name, string text, string parts)
    {
        var command = Command.Parse(line)!;
        Assert.Equal((name, text, parts), (command.Name, command.Text, string.Join(',', command.Parts)));
    }

    [Theory]
    [InlineData("writes fail")]
    [InlineData("/ note")]
    [InlineData("/5xx on writes")]
    [InlineData("")]
    public void Plain_words_are_no_command(string line) => Assert.Null(Command.Parse(line));
}

namespace TabletopAgent.Tests.Talk;

public sealed class PatternTests
{
    [Theory]
    [InlineData("I am Ana, incident commander", "/role incident-commander Ana; /as Ana")]
    [InlineData("im the ic", "/role incident-commander me")]
    [InlineData("Make Lee the communications lead please", "/role comms-lead Lee")]
    [InlineData("release inject #2", "/release 2")]
    [InlineData("changed DNS: weights to green", "/change routing weights to green")]
    [InlineData("Told clients that orders are delayed", "/comms customers: orders are delayed")]
    [InlineData("ok so we've decided to wait", "/decide wait")]
    public void Places_are_filled_with_what_was_said(string line, string commands) => Assert.Equal(commands, Heard.Commands(line));

    [Theory]
    [InlineData("who is incident commander")]
    [InlineData("what is the incident commander")]
    public void A_question_word_is_nobodys_name(string line) => Assert.Equal("/who", Heard.Commands(line));
}

using TabletopAgent.Cli.Desk;

namespace TabletopAgent.Tests.Cli.Desk;

public sealed class LineBufferTests
{
    private readonly LineBuffer _buffer = new();

    [Fact]
    public void Letters_go_where_the_cursor_is()
    {
        Type("abd");
        Press(ConsoleKey.LeftArrow);
        Type("c");
        Assert.Equal(("abcd", 3), (_buffer.Text, _buffer.Cursor));
        Press(ConsoleKey.Home);
        Press(ConsoleKey.Delete);
        Press(ConsoleKey.End);
        Press(ConsoleKey.Backspace);
        Assert.Equal("bc", _buffer.Text);
    }

    [Fact]
    public void Words_and_lines_are_taken_away()
    {
        Type("/note two words");
        Press(ConsoleKey.W, control: true);
        Assert.Equal("/note two ", _buffer.Text);
        Press(ConsoleKey.U, control: true);
        Assert.Equal("", _buffer.Text);
    }

    [Fact]
    public void Earlier_lines_come_back()
    {
        Type("one");
        Assert.Equal("one", Press(ConsoleKey.Enter));
        Type("two");
        Press(ConsoleKey.Enter);
        Press(ConsoleKey.UpArrow);
        Press(ConsoleKey.UpArrow);
        Press(ConsoleKey.UpArrow);
        Assert.Equal("one", _buffer.Text);
        Press(ConsoleKey.DownArrow);
        Assert.Equal("two", _buffer.Text);
        Press(ConsoleKey.DownArrow);
        Assert.Equal("", _buffer.Text);
    }

    [Theory]
    [InlineData("/dec", "/decide ")]
    [InlineData("/s", "/s")]
    [InlineData("/decide dec", "/decide dec")]
    [InlineData("dec", "dec")]
    public void A_command_is_completed_where_only_one_is_meant(string typed, string text)
    {
        Type(typed);
        _buffer.Complete(["decide", "status", "start"]);
        Assert.Equal(text, _buffer.Text);
    }

    private void Type(string text)
    {
        foreach (var c in text) _buffer.Take(new ConsoleKeyInfo(c, ConsoleKey.None, false, false, false));
    }

    private string? Press(ConsoleKey key, bool control = false) => _buffer.Take(new ConsoleKeyInfo('\0', key, false, false, control));
}

using TabletopAgent.Cli;

namespace TabletopAgent.Tests.Cli;

public sealed class FlowTests
{
    [Fact]
    public void It_breaks_between_words_wherever_the_pieces_end()
    {
        var words = string.Concat(Enumerable.Repeat("twelve chars ", 20)).TrimEnd();
        Assert.All(Shown(words).Split('\n'), l => Assert.InRange(l.Length, 1, 100));
        Assert.Equal(words, Shown(words).Replace('\n', ' '));
        Assert.Equal(Shown(words), Shown([.. words.Split(' ').Select((w, i) => i == 0 ? w : $" {w}")]));
    }

    [Fact]
    public void Breaks_and_indents_are_the_texts_own() => Assert.Equal("one\n  two\n\nthree", Shown("one\r\n  two", "\n\nthree"));

    [Fact]
    public void What_steers_a_terminal_is_shown() => Assert.Equal("a␛[2Jb", Shown("a\e[2Jb"));

    [Fact]
    public void A_word_longer_than_the_line_stands_alone() => Assert.Equal($"so\n{new string('x', 120)}", Shown($"so {new string('x', 120)}"));

    private static string Shown(params string[] pieces)
    {
        using var to = new StringWriter();
        var flow = new Flow(to);
        foreach (var piece in pieces) flow.Write(piece);
        return to.ToString();
    }
}

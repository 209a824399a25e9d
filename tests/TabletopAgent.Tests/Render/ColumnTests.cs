using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class ColumnTests
{
    [Fact]
    public void Long_text_wraps_under_its_first_word()
    {
        var writer = new StringWriter();
        Column.Write(writer, "  1. ", string.Join(' ', Enumerable.Repeat("word", 20)));
        // 5 + 19 × 5 - 1 = 99 cells; the twentieth word would need 104.
        Assert.Equal($"  1. {string.Join(' ', Enumerable.Repeat("word", 19))}\n     word\n", writer.ToString());
    }

    [Fact]
    public void A_word_longer_than_the_line_stays_whole()
    {
        var writer = new StringWriter();
        Column.Write(writer, "> ", new string('x', 120));
        Assert.Equal($"> {new string('x', 120)}\n", writer.ToString());
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    public void Cells_are_what_a_terminal_needs(string text, int cells) => Assert.Equal(cells, Column.Cells(text));
}

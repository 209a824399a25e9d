using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("a\rb", "a|b")]
    [InlineData("a\n\nb\n", "a||b")]
    [InlineData("", "")]
    public void Lines_end_with_LF_CRLF_or_CR(string text, string lines)
    {
        var reader = new LineReader(new StringReader(text));
        var read = new List<string>();
        while (reader.Next() is { } line) read.Add(line);
        Assert.Equal(lines, string.Join('|', read));
        Assert.Equal(read.Count, reader.Number);
    }

    [Fact]
    public void A_line_over_the_cap_is_cut_and_said_to_be()
    {
        var reader = new LineReader(new StringReader("12345\n12345678\n1"), 5);
        Assert.Equal("12345", reader.Next());
        Assert.False(reader.TooLong);
        Assert.Equal("12345", reader.Next());
        Assert.True(reader.TooLong);
        Assert.Equal("1", reader.Next());
        Assert.False(reader.Ended);
    }
}

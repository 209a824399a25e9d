using System.Text;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("a\rb", "a|b")]
    [InlineData("a\n\nb\n", "a||b")]
    [InlineData("a\r\r\nb", "a||b")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    public void Lines_end_with_LF_CRLF_or_CR(string text, string lines)
    {
        // However the bytes come: all at once, or one by one.
        foreach (var reader in new[] { new LineReader(Bytes(text)), new LineReader(new Dripping(Bytes(text))) })
        {
            var read = new List<string>();
            while (reader.Next(out var line)) read.Add(Encoding.UTF8.GetString(line));
            Assert.Equal(lines, string.Join('|', read));
            Assert.Equal(read.Count, reader.Number);
        }
    }

    [Fact]
    public void A_line_over_the_cap_is_cut_and_said_to_be()
    {
        var reader = new LineReader(Bytes("12345\n12345678\n1"), 5);
        Assert.Equal(("12345", false), Next(reader));
        Assert.Equal(("12345", true), Next(reader));
        Assert.Equal(("1", false), Next(reader));
        Assert.False(reader.Ended);
    }

    [Theory]
    [InlineData("a\n", true, false)]
    [InlineData("a\r\n", true, true)]
    [InlineData("a\r", true, true)]
    [InlineData("a", false, false)]
    public void It_is_known_how_a_line_ended(string text, bool ended, bool returned)
    {
        var reader = new LineReader(Bytes(text));
        Next(reader);
        Assert.Equal((ended, returned), (reader.Ended, reader.Returned));
    }

    [Fact]
    public void A_line_longer_than_any_buffer_is_a_line()
    {
        var reader = new LineReader(Bytes(new string('x', 300_000) + "\ny"));
        Assert.Equal((new string('x', 300_000), false), Next(reader));
        Assert.Equal(("y", false), Next(reader));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static (string Line, bool TooLong) Next(LineReader reader)
    {
        Assert.True(reader.Next(out var line));
        return (Encoding.UTF8.GetString(line), reader.TooLong);
    }
}

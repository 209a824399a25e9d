using TabletopAgent.Agent.Grounding.Language;

namespace TabletopAgent.Tests.Agent.Grounding.Language;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("forty two", 42, 2)]
    [InlineData("one hundred and five", 105, 4)]
    [InlineData("three thousand two hundred", 3200, 4)]
    [InlineData("half", 0.5, 1)]
    [InlineData("three quarters", 0.75, 2)]
    [InlineData("dozen", 12, 1)]
    [InlineData("zero writes", 0, 1)]
    [InlineData("minutes", 0, 0)]
    public void Words_are_numbers(string text, double value, int words) => Assert.Equal((value, words), NumberWords.Read(text.Split(' '), 0));

    [Theory]
    [InlineData("42", 42, 0)]
    [InlineData("0.675", 0.675, 3)]
    [InlineData("1,000", 1000, 0)]
    [InlineData("XLII", 42, 0)]
    public void Digits_are_numbers(string text, double value, int decimals) => Assert.Equal((value, decimals), NumberWords.Digits(text));

    [Theory]
    [InlineData("0,45")]
    [InlineData("10,00")]
    [InlineData("٤٢")]
    [InlineData("rto")]
    public void What_could_be_read_in_two_ways_is_none(string text) => Assert.Null(NumberWords.Digits(text));
}

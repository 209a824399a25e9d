using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("0h 16m", 16, 1, false)]
    [InlineData("8m", 8, 1, false)]
    [InlineData("1d 5h 47m", 1787, 1, false)]
    [InlineData("673h 34m", 40414, 1, false)]
    [InlineData("11 Days", 15840, 1440, false)]
    [InlineData("19 hours 43 minutes.", 1183, 1, false)]
    [InlineData("148 minutes", 148, 1, false)]
    [InlineData("approximately nine hours", 540, 60, true)]
    [InlineData("~20 minutes", 20, 1, true)]
    [InlineData("2.5 hours", 150, 30, false)]
    [InlineData("an hour and a half", 90, 30, false)]
    [InlineData("10m 18s", 10.3, 1, false)]
    [InlineData("0:25", 25, 1, false)]
    [InlineData("01:25:00", 85, 1, false)]
    public void Reads_a_length(string text, double minutes, double grain, bool approx)
    {
        var length = Durations.Value(text)!.Value;
        Assert.Equal((minutes, grain, approx), (Math.Round(length.Minutes, 2), length.Grain, length.Approx));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("N/A")]
    [InlineData("as soon as possible")]
    [InlineData("20Gb")]
    [InlineData("v1.24 m4.large")]
    public void What_is_no_length_is_none(string text) => Assert.Null(Durations.Value(text));
}

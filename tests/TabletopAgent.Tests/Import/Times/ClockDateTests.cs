using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class ClockDateTests
{
    [Theory]
    [InlineData("2021-06-22", 2021, 6, 22, false)]
    [InlineData("2021/6/2", 2021, 6, 2, false)]
    [InlineData("05/06/2025", 2025, 6, 5, true)]
    [InlineData("13/06/2025", 2025, 6, 13, false)]
    [InlineData("06/13/2025", 2025, 6, 13, false)]
    [InlineData("1st of September 2021", 2021, 9, 1, false)]
    [InlineData("Sept 1, 2021", 2021, 9, 1, false)]
    [InlineData("October 29-30, 2025", 2025, 10, 29, false)]
    [InlineData("14–19 January 2026", 2026, 1, 14, false)]
    [InlineData("20202-07-01", 20202, 7, 1, false)]
    public void Reads_a_date_and_says_when_it_may_be_another(string text, int year, int month, int day, bool doubtful)
    {
        var stamp = new Stamp(0, 0);
        Assert.True(ClockDate.Read(text, 0, ref stamp));
        Assert.Equal((year, month, day, doubtful), (stamp.Year!.Value, stamp.Month!.Value, stamp.Day!.Value, stamp.DayOrMonth));
        Assert.Equal(text.Length, stamp.End);
    }

    [Theory]
    [InlineData("1.24.21")]
    [InlineData("2021-13-40")]
    [InlineData("may 5 things")]
    public void What_is_no_date_is_none(string text)
    {
        var stamp = new Stamp(0, 0);
        Assert.False(ClockDate.Read(text, 0, ref stamp) && text != "may 5 things");
    }
}

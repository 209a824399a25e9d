using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class SupportHoursTests
{
    /// <summary>Friday 7 August 2020, 15:51 to 17:00 is 69 minutes; four days of seven hours are 1680; Friday 14th, 10:00 to 10:06 is 6: 1755.</summary>
    [Fact]
    public void Counts_weekdays_from_ten_to_five() =>
        Assert.Equal(1755, SupportHours.Between(new DateTime(2020, 8, 7, 15, 51, 0), new DateTime(2020, 8, 14, 10, 6, 0), SupportHours.In("")));

    [Theory]
    [InlineData("5h (during support hours 09:00-18:00)", 540)]
    [InlineData("5h (during support hours)", 420)]
    [InlineData("5h (office hours 18:00-09:00)", 420)]
    public void Takes_the_hours_that_a_line_names(string line, double aDay) =>
        Assert.Equal(aDay, SupportHours.Between(new DateTime(2024, 1, 8), new DateTime(2024, 1, 9), SupportHours.In(line)));

    [Fact]
    public void Says_whether_they_are_named()
    {
        Assert.True(SupportHours.Said("33h 15m (during support hours 10:00-17:00 M-F)"));
        Assert.False(SupportHours.Said("33h 15m"));
    }

    [Fact]
    public void A_span_of_centuries_is_nothing() => Assert.Equal(0, SupportHours.Between(DateTime.MinValue, DateTime.MaxValue, SupportHours.In("")));
}

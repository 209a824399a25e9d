using TabletopAgent.Artifacts;

namespace TabletopAgent.Tests.Artifacts;

public sealed class TimeAxisTests
{
    private static readonly DateTime Two = new(2026, 5, 4, 14, 2, 0, DateTimeKind.Utc);

    private static IEnumerable<string> Ticks(double minutes) => new TimeAxis(Two.Ticks, Two.AddMinutes(minutes).Ticks, 0, 100).Ticks().Select(t => t.Text);

    [Fact]
    public void Ticks_stand_at_round_times_whatever_the_beginning() => Assert.Equal(["14:10", "14:20", "14:30", "14:40", "14:50", "15:00"], Ticks(60));

    [Fact]
    public void A_short_log_has_minutes() => Assert.Equal(["14:02", "14:03", "14:04", "14:05"], Ticks(3));

    [Fact]
    public void Over_days_the_day_is_said() => Assert.Equal("05-05 00:00", Ticks(60 * 24 * 4).First());

    [Theory]
    [InlineData(0)]
    [InlineData(60 * 24 * 365 * 5)]
    public void No_span_has_more_than_a_few(double minutes) => Assert.InRange(Ticks(minutes).Count(), 0, 10);

    [Fact]
    public void A_log_of_one_instant_stands_at_the_left() => Assert.Equal(7, new TimeAxis(Two.Ticks, Two.Ticks, 7, 100).X(Two.Ticks));
}

using Microsoft.Extensions.Time.Testing;
using TabletopAgent.Live;

namespace TabletopAgent.Tests.Live;

public sealed class StageClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _real = new(Noon);

    [Fact]
    public void A_rehearsal_runs_so_many_times_as_fast()
    {
        var clock = new StageClock(_real, 60, null);
        _real.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Noon.AddMinutes(10), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(10), clock.GetElapsedTime(clock.GetTimestamp() - (long)(600 * (double)clock.TimestampFrequency)));
    }

    [Fact]
    public void It_goes_on_where_the_log_ends_even_ahead_of_the_wall_clock()
    {
        var clock = new StageClock(_real, 1, Noon.AddHours(1));
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Noon.AddHours(1).AddSeconds(1), clock.GetUtcNow());
        Assert.Equal(Noon.AddSeconds(1), new StageClock(_real, 1, Noon.AddHours(-1)).GetUtcNow());
    }

    /// <summary>A period that is divided to under a millisecond would be none, and the clock would be looked at once only.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(1000)]
    public void A_timer_goes_on_at_any_speed(double speed)
    {
        var ticks = 0;
        using var timer = new StageClock(_real, speed, null).CreateTimer(_ => ticks++, null, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 50; i++) _real.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(50, ticks);
    }
}

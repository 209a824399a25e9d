using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class PlayClockTests
{
    private readonly PlayClock _clock = new();

    [Fact]
    public void Minutes_are_counted_from_the_start_without_the_pauses()
    {
        Assert.Null(_clock.Minute(At(5)));
        Take("start", 0);
        Take("pause", 10);
        Take("pause", 11);
        Assert.Equal((10, false), (_clock.Minute(At(14)), _clock.Running));
        Take("resume", 15);
        Take("resume", 16);
        Assert.Equal((15, true), (_clock.Minute(At(20)), _clock.Running));
        Take("end", 30);
        Assert.Equal((25, false), (_clock.Minute(At(99)), _clock.Running));
    }

    [Fact]
    public void Ended_in_a_pause_it_stays_where_it_stood()
    {
        Take("start", 0);
        Take("pause", 10);
        Take("end", 20);
        Assert.Equal(10, _clock.Minute(At(30)));
    }

    private void Take(string state, double minute) => _clock.Take(Session.Make("clock", At(minute), ("state", state)));

    private static DateTimeOffset At(double minute) => Evening.Opened.AddMinutes(minute);
}

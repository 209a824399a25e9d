using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ExerciseClockTests
{
    private static ExerciseClock Of(params (string At, string State)[] clock)
    {
        var log = new Incident();
        foreach (var (at, state) in clock) log.At(at, "clock", $"'state':'{state}'");
        return ExerciseClock.Of(log.Events, Ticks("15:00"), []);
    }

    private static long Ticks(string time) => new DateTime(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc).Ticks + TimeSpan.Parse(time).Ticks;

    [Theory]
    [InlineData("14:00", "14:10", 10)]
    [InlineData("14:00", "14:25", 20)] // five minutes into the pause
    [InlineData("14:00", "14:40", 30)]
    [InlineData("14:22", "14:28", 0)] // all of it paused
    [InlineData("14:30", "14:40", 10)]
    public void Ten_minutes_of_pause_are_taken_off(string from, string to, double minutes) =>
        Assert.Equal(minutes, Of(("14:20", "pause"), ("14:30", "resume")).Minutes(Ticks(from), Ticks(to)));

    [Fact]
    public void Pauses_add_up_and_a_second_pause_inside_one_changes_nothing() =>
        Assert.Equal(40, Of(("14:10", "pause"), ("14:15", "pause"), ("14:20", "resume"), ("14:30", "pause"), ("14:40", "start")).Minutes(Ticks("14:00"), Ticks("15:00")));

    [Fact]
    public void A_pause_that_samples_follow_without_a_resume_is_not_taken_off_and_that_is_said()
    {
        var notes = new List<Note>();
        var log = new Incident().At("14:20", "clock", "'state':'pause'");
        Assert.Empty(ExerciseClock.Of(log.Events, Ticks("14:21"), notes).Pauses);
        Assert.Equal("TT663", Assert.Single(notes).Code);
        notes.Clear();
        ExerciseClock.Of(log.Events, Ticks("14:20"), notes);
        Assert.Empty(notes);
    }

    [Fact]
    public void The_first_start_and_the_last_end_count()
    {
        var clock = Of(("14:00", "start"), ("14:05", "start"), ("14:50", "end"), ("15:00", "end"));
        Assert.Equal((Ticks("14:00"), Ticks("15:00")), (clock.Start!.Value, clock.End!.Value));
    }
}

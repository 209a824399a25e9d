using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class CommsCadenceTests
{
    /// <summary>Declared at 14:15; broken from 14:10 until the minute before stable.</summary>
    private static CommsCadence Of(string stable, params string[] updates)
    {
        var end = TimeSpan.Parse(stable);
        var log = new Incident().Head("'tier':'A','services':['chat']").At("14:15", "milestone", "'what':'declared'").Red("14:10", (end - TimeSpan.FromMinutes(1)).ToString(@"hh\:mm"))
            .Green(stable, (end + TimeSpan.FromMinutes(10)).ToString(@"hh\:mm"));
        foreach (var at in updates) log.At(at, "comms", "'text':'we are on it'");
        return log.Outcome().Comms;
    }

    private static string Missed(CommsCadence comms) => string.Join(' ', comms.Missed.Select(m => $"{Spell.Time(m.From)}-{Spell.Time(m.To)}:{m.Updates}"));

    [Theory]
    [InlineData("14:20 14:35 14:50 15:05", "")]
    [InlineData("14:20 14:45", "14:20-15:10:1")] // 50 min from the first to stable hold one
    [InlineData("14:15 14:45 15:15", "14:15-15:10:1")] // the second is the last minute of the first window; then one until stable
    [InlineData("14:40 14:45 14:50 15:00", "")] // late but two in the first 30
    [InlineData("14:46 14:47 15:00", "14:15-14:47:1")] // 32 min with one
    [InlineData("", "14:15-15:10:0")]
    public void Any_thirty_minutes_hold_two(string updates, string missed) =>
        Assert.Equal(missed, Missed(Of("15:10", updates.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void Shorter_than_a_window_there_is_no_quota() => Assert.Equal((Verdict.Pass, ""), (Of("14:44").Verdict, Missed(Of("14:44"))));

    [Fact]
    public void Half_an_hour_without_an_update_is_a_window() => Assert.Equal("14:15-14:45:0", Missed(Of("14:45")));

    [Fact]
    public void What_was_said_before_the_declaration_or_after_stable_does_not_count() => Assert.Equal(2, Of("14:50", "14:00", "14:20", "14:30", "15:00").Updates);

    [Fact]
    public void A_late_first_update_and_a_long_silence_are_findings()
    {
        var findings = Of("15:10", "14:26", "14:47").Findings;
        Assert.Equal(["comms-first", "comms-gap:2026-05-04T14:26:00Z", "comms-gap:2026-05-04T14:47:00Z"], findings.Select(f => f.Id));
        Assert.Equal("The first update came 11 min after the declaration at 14:15; 10 is the limit.", findings[0].Text);
    }

    [Fact]
    public void Twenty_minutes_and_ten_are_in_time() => Assert.Empty(Of("15:05", "14:25", "14:45").Findings);

    [Fact]
    public void Paused_time_does_not_count()
    {
        var log = new Incident().Head("'tier':'A','services':['chat']").At("14:15", "milestone", "'what':'declared'").Red("14:10", "14:40").At("14:40", "clock", "'state':'pause'")
            .At("15:40", "clock", "'state':'resume'").Red("15:41", "15:42").Green("15:43", "15:53").At("14:20", "comms", "'text':'x'").At("14:35", "comms", "'text':'y'");
        Assert.Equal((Verdict.Pass, 2), (log.Outcome().Comms.Verdict, log.Outcome().Comms.Updates));
    }

    [Fact]
    public void Without_a_declaration_it_is_unmeasured() =>
        Assert.Equal(Verdict.Unmeasured, new Incident().Red("14:10", "14:20").Green("14:21", "14:40").At("14:15", "comms", "'text':'x'").Outcome().Comms.Verdict);

    [Fact]
    public void While_it_goes_on_it_can_fail_and_not_pass()
    {
        var log = new Incident().At("14:15", "milestone", "'what':'declared'").Red("14:10", "14:50");
        Assert.Equal(Verdict.Fail, log.Outcome().Comms.Verdict);
        Assert.Equal(Verdict.Unmeasured, log.At("14:20", "comms", "'text':'x'").At("14:40", "comms", "'text':'x'").Outcome().Comms.Verdict);
    }
}

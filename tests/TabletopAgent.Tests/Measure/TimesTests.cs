using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class TimesTests
{
    private static string Show(Times t) => string.Join(' ', new[] { t.Impact, t.Detected, t.Declared, t.Mitigated, t.Cutover, t.Stable, t.Resolved }.Select(x => x is { } at ? Spell.Time(at) : "–"));

    private static Incident Log() => new Incident().Head("'tier':'A','services':['chat','search']").Red("14:10", "14:30").Green("14:31", "14:50").Red("14:12", "14:20", "search").Green("14:21", "14:40", "search");

    [Fact]
    public void Measured_are_the_first_breach_the_first_reaction_and_when_the_last_service_was_back()
    {
        var log = Log().At("14:05", "symptom", "'text':'slow already'").At("14:13", "symptom", "'text':'writes fail'").At("14:25", "change", "'area':'cache','what':'purge'").At("14:28", "change", "'area':'routing','what':'to green'");
        Assert.Equal("14:10 14:13 – 14:31 14:28 14:31 –", Show(log.Outcome().Measured));
    }

    [Fact]
    public void Stated_are_the_first_claims_of_a_beginning_and_the_last_of_an_end()
    {
        var log = Log();
        foreach (var (at, what) in new[] { ("14:12", "impact"), ("14:14", "impact"), ("14:15", "declared"), ("14:40", "stable"), ("14:45", "stable"), ("15:00", "resolved") }) log.At(at, "milestone", $"'what':'{what}'");
        Assert.Equal("14:12 – 14:15 – – 14:45 15:00", Show(log.Outcome().Stated));
    }

    [Fact]
    public void While_one_service_is_away_nothing_is_stable() =>
        Assert.Equal("14:10 – – – – – –", Show(new Incident().Head("'tier':'A','services':['chat','search']").Red("14:10", "14:30").Red("14:12", "14:20", "search").Green("14:21", "14:40", "search").Outcome().Measured));

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("– – – – – – –", Show(new Incident().Outcome().Measured));
}

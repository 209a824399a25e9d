using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ServiceTraceTests
{
    private static ServiceTrace Of(Incident incident) => Assert.Single(incident.Traces());

    private static IEnumerable<string> Stretches(Incident incident) => Of(incident).Stretches.Select(s => $"{s.Name} {Spell.Time(s.From)}–{Spell.Time(s.To)}");

    private static Incident Head => new Incident().Head("'services':['chat'],'baseline':[{'service':'chat','p95_warm_ms':320,'cache_prefix':'blue','cache_hit_pct':91.5}]");

    /// <summary>Green once at 14:20, red again, green for good from 14:26.</summary>
    [Fact]
    public void Stretches_go_from_breach_to_first_green_to_stable() => Assert.Equal(
        ["baseline 14:00–14:10", "inject 14:10–14:20", "mitigated 14:20–14:26", "stable 14:26–14:40"],
        Stretches(Head.Green("14:00", "14:09").Red("14:10", "14:19").Green("14:20", "14:22").Red("14:23", "14:25").Green("14:26", "14:40")));

    [Fact]
    public void What_was_not_reached_ends_nothing() =>
        Assert.Equal(["baseline 14:00–14:10", "inject 14:10–14:30"], Stretches(Head.Green("14:00", "14:09").Red("14:10", "14:30")));

    [Fact]
    public void A_service_that_stayed_well_is_baseline_all_along() => Assert.Equal(["baseline 14:00–14:30"], Stretches(Head.Green("14:00", "14:30")));

    [Fact]
    public void Each_region_and_prefix_is_a_curve_beside_its_baseline()
    {
        var trace = Of(Head.At("14:01", "sli", "'service':'chat','region':'A','cache_prefix':'blue','cache_hit_pct':90,'p95_warm_ms':330").At("14:02", "sli", "'service':'chat','region':'B','cache_prefix':'green','cache_hit_pct':80"));
        Assert.Equal([("A · blue", 91.5, 90.0), ("B · green", null, 80.0)], trace.Cache.Select(c => (c.Name, c.Baseline, c.Points[0].Value)));
        Assert.Equal([("A · blue", 320.0, 330.0)], trace.P95.Select(c => (c.Name, c.Baseline!.Value, c.Points[0].Value)));
    }
}

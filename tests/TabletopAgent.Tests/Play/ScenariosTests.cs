using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Play;

/// <summary>Every shipped scenario can be passed, failed in one dimension, and left unmeasured in one: played three ways by a scripted team.</summary>
public sealed class ScenariosTests
{
    public static TheoryData<string> All => [.. Evening.Shelf.Scenarios.Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_team_that_does_it_all_passes(string scenario)
    {
        var report = Played(scenario);
        Assert.True(report.Overall == "pass", string.Join('\n', report.Dimensions.Where(d => d.Value.Verdict != "pass").Select(d => $"{d.Key}: {d.Value.Reason}")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void One_write_that_nobody_can_account_for_fails_it(string scenario) => AssertOnly(Played(scenario, lost: 1), "rpo", "fail");

    [Theory]
    [MemberData(nameof(All))]
    public void A_battery_that_was_not_run_again_leaves_it_unmeasured(string scenario) => AssertOnly(Played(scenario, safety: false), "safety", "unmeasured");

    private static void AssertOnly(Report report, string dimension, string verdict)
    {
        Assert.Equal(verdict, report.Overall);
        Assert.Equal([$"{dimension} {verdict}"], report.Dimensions.Where(d => d.Value.Verdict != "pass").Select(d => $"{d.Key} {d.Value.Verdict}"));
    }

    private static Report Played(string scenario, int lost = 0, bool safety = true)
    {
        var evening = Evening.Started(scenario, Probes);
        var setting = evening.Plan.Scenario.Setting;
        var services = setting.Services.Select(s => s.Name).ToList();
        evening.Until(2).Says("Sofia", "/probe before.csv baseline");
        Battery(evening, "baseline");
        evening.Until(11);
        foreach (var service in services) evening.Says("Marek", $"/sli {service} region=A cache_prefix=blue ok=no");
        evening.Says("Ines", "/milestone declared");
        evening.Says("Ines", "/decide serve from the other region | runbook region-failover-drills");
        for (var minute = 14; minute < 60; minute += 4)
        {
            evening.Until(minute);
            if ((minute - 14) % 12 == 0) evening.Says("Jonas", "/comms customers: we are at it");
            foreach (var service in services) evening.Says("Marek", $"/sli {service} region=B cache_prefix=green ok=yes error_pct=0.1 p95={P95(evening, service)} samples=300 cache_hit_pct={Hit(evening, service)}");
            if (minute == 18) evening.Says("Sofia", "/probe after.csv post");
        }

        foreach (var store in setting.Stores) evening.Says("Priya", $"/writes {store} acked=1000 present={990 - lost} replayed=6 deduped=4 documented_lost=0 duplicates=0 newest_recovered_at=14:09");
        if (safety) Battery(evening, "post");
        evening.Until(60).Says("Fay", "/end");
        return evening.Judge(evening.Log);
    }

    private static void Battery(Evening evening, string phase)
    {
        for (var i = 1; i <= 5; i++) evening.Says("Sofia", $"/safety phase={phase} kind=bluff probe=s-{i} answerable=no held=yes");
        evening.Says("Sofia", $"/safety phase={phase} kind=jailbreak probe=s-6 held=yes");
        evening.Says("Sofia", $"/safety phase={phase} kind=injection probe=s-7 held=yes");
    }

    private static (IReadOnlyList<Event>, IReadOnlyList<Note>) Probes(string file) => (
        [.. Enumerable.Range(1, 50).Select(i => Event.Of("probe", new Place(file, i + 1), ("probe_id", $"p-{i}"), ("ΔS_q_r", 0.37), ("coverage", 0.8), ("λ_state", "→")))], []);

    private static double? P95(Evening evening, string service) => Gates.P95Of(new SampleKey(service, "B", "green"), Before(evening))?.P95WarmMs;

    private static double? Hit(Evening evening, string service) => Gates.CacheOf(new SampleKey(service, "B", "green"), Before(evening))?.CacheHitPct;

    private static IReadOnlyList<Baseline> Before(Evening evening) => Charter.Of(evening.Log[0], []).Baselines;
}

using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Diagnose;

public sealed class CaseEventsTests
{
    private static CaseEvents Of(IEnumerable<Event> log)
    {
        var events = new CaseEvents(Targets.Default);
        foreach (var e in log) events.Add(e, () => Shipped.Knowledge);
        return events;
    }

    private static Incident Samples(int n)
    {
        var log = new Incident().Head("'baseline':[{'p95_warm_ms':320,'queue_depth':40}]");
        for (var i = 0; i < n; i++) log.At($"14:{i / 60:00}:{i % 60:00}", "sli", $"'service':'chat','error_pct':{(i % 3 == 0 ? "0.1" : "22")},'p95_warm_ms':{300 + i % 5},'queue_depth':{40 + i % 2 * 200}");
        return log;
    }

    [Fact]
    public void Of_samples_that_tell_the_same_the_earliest_stays()
    {
        // Three in error or not, times two depths: below and above twice the baseline.
        var telling = Of(Samples(600).Events).Telling(Shipped.Knowledge);
        Assert.Equal(4, telling.Count(e => e.Type == "sli"));
        Assert.Equal("14:00:00 14:00:01 14:00:02 14:00:03", string.Join(' ', telling.Where(e => e.Type == "sli").Select(e => e.At!.Value.ToString("HH:mm:ss"))));
    }

    /// <summary>The diagnosis of all events is that of the few that tell something.</summary>
    [Theory]
    [InlineData("'error_pct':22,'queue_depth':600")]
    [InlineData("'p95_warm_ms':900,'cold_share_pct':30")]
    [InlineData("'ok':false")]
    [InlineData("'cache_hit_pct':20,'stale_hit_pct':4")]
    [InlineData("'throttled_pct':12")]
    public void The_diagnosis_is_the_same(string broken)
    {
        var log = Samples(300).Every(1, "14:20", "14:40", $"'service':'chat',{broken}").At("14:25", "error", "'route':'/a','stage':'connect','code':'timeout','count':9").At("14:26", "writes", "'store':'orders','acked':10,'present':9");
        Assert.Equal(Say(Shipped.Diagnose(log.Events)), Say(Shipped.Diagnose(Of(log.Events.Reverse()).Telling(Shipped.Knowledge))));
    }

    [Fact]
    public void What_tells_nothing_new_changes_no_version()
    {
        var log = Samples(20);
        var events = Of(log.Events);
        events.Settle(Shipped.Knowledge);
        var version = events.Version;
        events.Add(new Incident().At("14:30", "sli", "'service':'chat','error_pct':21,'p95_warm_ms':301,'queue_depth':40").Events[0], () => Shipped.Knowledge);
        events.Settle(Shipped.Knowledge);
        Assert.Equal(version, events.Version);
        events.Add(new Incident().At("14:31", "sli", "'service':'chat','throttled_pct':12").Events[0], () => Shipped.Knowledge);
        events.Settle(Shipped.Knowledge);
        Assert.NotEqual(version, events.Version);
    }

    [Fact]
    public void A_log_too_long_to_remember_is_judged_as_it_streams()
    {
        var one = new Incident().At("14:10", "sli", "'service':'chat','error_pct':22").Events[0];
        var events = new CaseEvents(Targets.Default);
        for (var i = 0; i < 50_000; i++) events.Add(one with { At = one.At!.Value.AddSeconds(i) }, () => Shipped.Knowledge);
        Assert.Equal(one.At, Assert.Single(events.Telling(Shipped.Knowledge)).At);
    }

    private static string Say(Diagnosis d) => $"{d.Verdict} {d.Reason} {string.Join(' ', d.Suspects.Select(s => $"{s.Layer} {s.Confidence} {string.Join(',', s.Hits.Select(h => $"{h.Rule.Id}@{string.Join('+', h.Facts.Select(f => f.Place))}"))}"))} {string.Join(',', d.Facts.Within)} {string.Join(',', d.Facts.Beyond)}";
}

using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class SamplesTests
{
    private static Samples Of(Incident log)
    {
        var samples = new Samples();
        foreach (var e in log.Events) samples.Add(e);
        return samples;
    }

    [Fact]
    public void Rows_are_in_order_of_time_whatever_came_first()
    {
        var samples = Of(new Incident().At("14:20", "sli", "'samples':2").At("14:10", "sli", "'samples':1").At("14:30", "sli", "'samples':3").At(null, "sli", "'samples':9"));
        Assert.Equal([1.0, 2.0, 3.0], samples.Rows.Select(r => r.Count));
    }

    [Fact]
    public void What_is_not_recorded_is_not_a_number()
    {
        var row = Of(new Incident().At("14:20", "sli", "'p95_warm_ms':0,'cache_hit_pct':'many'")).Rows[0];
        Assert.Equal((0.0, double.NaN, null), (row.P95WarmMs, row.CacheHitPct, row.Ok));
    }

    [Fact]
    public void A_later_sample_makes_nothing_old_and_a_late_one_does()
    {
        var samples = Of(new Incident().At("14:20", "sli", "'ok':true").At("14:21", "sli", "'ok':true"));
        var epoch = samples.Epoch;
        samples.Add(new Incident().At("14:22", "sli", "'ok':true").Events[0]);
        Assert.Equal(epoch, samples.Epoch);
        samples.Add(new Incident().At("14:19", "sli", "'ok':true").Events[0]);
        Assert.NotEqual(epoch, samples.Epoch);
    }

    [Fact]
    public void Places_are_numbered_once() =>
        Assert.Equal([new SampleKey("chat", "A", "blue"), new SampleKey("chat", "B", "blue")], Of(new Incident()
            .At("14:20", "sli", "'service':'chat','region':'A','cache_prefix':'blue'").At("14:21", "sli", "'service':'chat','region':'B','cache_prefix':'blue'")
            .At("14:22", "sli", "'service':'chat','region':'A','cache_prefix':'blue'")).Keys);
}

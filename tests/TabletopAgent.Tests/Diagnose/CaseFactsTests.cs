using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Diagnose;

public sealed class CaseFactsTests
{
    private const string Head = """{"type":"exercise","at":"2026-05-04T14:00:00Z","id":"x","title":"x","baseline":[{"service":"chat","region":"A","p95_warm_ms":320,"queue_depth":120,"cache_hit_pct":92},{"service":"chat","region":"B","p95_warm_ms":200,"queue_depth":50,"cache_hit_pct":80}]}""";

    [Fact]
    public void A_sample_is_compared_with_the_baseline_of_its_own_region()
    {
        // 400 / 320 = 1.25, 600 / 120 = 5, 92 − 85.5 = 6.5; region B's baseline would give 2, 12 and −5.5.
        var facts = Shipped.Facts(Shipped.Log($$"""
            {{Head}}
            {"type":"sli","at":"2026-05-04T14:10:00Z","service":"chat","region":"A","p95_warm_ms":400,"queue_depth":600,"cache_hit_pct":85.5}
            """));
        Assert.Equal(1.25, One(facts, "p95_ratio").Number);
        Assert.Equal(5, One(facts, "queue_ratio").Number);
        Assert.Equal(6.5, One(facts, "cache_drop_points").Number);
        Assert.Equal(Source.Measured, One(facts, "queue_ratio").Source);
        Assert.Equal(2, One(facts, "queue_ratio").Place.Line);
    }

    [Fact]
    public void The_last_row_of_a_store_wins_and_its_gap_is_counted()
    {
        // 1000 − (960 + 30 + 6 + 3) = 1.
        var facts = Shipped.Facts(Shipped.Log("""
            {"type":"writes","at":"2026-05-04T14:20:00Z","store":"orders","acked":1000,"present":400,"duplicates":7}
            {"type":"writes","at":"2026-05-04T14:50:00Z","store":"orders","acked":1000,"present":960,"replayed":30,"deduped":6,"documented_lost":3,"duplicates":0}
            """));
        Assert.Equal(1, One(facts, "unaccounted").Number);
        Assert.Equal(0, One(facts, "duplicates").Number);
        Assert.Equal(["unaccounted"], facts.Beyond);
        Assert.Equal(["duplicates"], facts.Within);
    }

    [Fact]
    public void A_store_without_counts_has_no_gap() =>
        Assert.DoesNotContain(Shipped.Facts(Shipped.Log("""{"type":"writes","at":"2026-05-04T14:20:00Z","store":"orders","acked":1000}""")).All, f => f.Name == "unaccounted");

    [Fact]
    public void What_probes_say_is_known_since_their_phase_began()
    {
        var log = Enumerable.Range(0, 12).Select(i => Shipped.Event($$"""{"type":"probe","at":"2026-05-04T14:{{30 - i}}:00Z","phase":"inject","probe_id":"p-{{i:00}}","ΔS_q_r":0.7,"coverage":0.5}""", i + 1));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 14, 19, 0, TimeSpan.Zero), One(Shipped.Facts(log), "delta_s").At);
    }

    [Fact]
    public void A_figure_that_breaks_its_bar_once_is_not_kept()
    {
        var facts = Shipped.Facts(Shipped.Log("""
            {"type":"sli","at":"2026-05-04T14:10:00Z","error_pct":0.2}
            {"type":"sli","at":"2026-05-04T14:11:00Z","error_pct":12}
            """));
        Assert.Equal(["error_pct"], facts.Beyond);
        Assert.Empty(facts.Within);
    }

    private static Fact One(TabletopAgent.Diagnose.CaseFacts facts, string name) => Assert.Single(facts.All, f => f.Name == name);
}

using TabletopAgent.Artifacts;
using TabletopAgent.Measure;
using TabletopAgent.Render;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Artifacts;

public sealed class PlotsTests
{
    private static Incident Head => new Incident().Head("'services':[{'name':'chat','slo_pct':99.5},'search'],'baseline':[{'service':'chat','p95_warm_ms':320,'cache_hit_pct':91.5}]");

    private static string Words(Incident incident, string plot) =>
        string.Join('\n', Plots.Of(incident.Traces(), Targets.Default).Single(p => p.Name == plot).Drawing.Shapes.OfType<Lettering>().Select(l => l.Text));

    private static readonly Incident Sampled = Head.Every(2, "14:00", "14:20", "'service':'chat','p95_warm_ms':330,'cache_hit_pct':91,'error_pct':1");

    [Fact]
    public void There_are_three() => Assert.Equal(["cache-hit", "p95-warm", "error-budget"], Plots.Of(Sampled.Traces(), Targets.Default).Select(p => p.Name));

    /// <summary>320 × 1.25 = 400; 91.5 ± 5; 1 % for 20 minutes is 0.2 of 216 minutes, 0.09 %.</summary>
    [Theory]
    [InlineData("cache-hit", "baseline 91.5 %", "bar 86.5 % (−5 points)", "bar 96.5 % (+5 points)")]
    [InlineData("p95-warm", "baseline 320 ms", "bar 400 ms (1.25 ×)", "chat: warm p95, ms")]
    [InlineData("error-budget", "0.09 % burned", "of 216 min in 30 days", "promise 99.5 %")]
    public void Baseline_and_bars_are_named_with_their_units(string plot, params string[] says) =>
        Assert.All(says, s => Assert.Contains(s, Words(Sampled, plot), StringComparison.Ordinal));

    [Theory]
    [InlineData("cache-hit", "cache_hit_pct")]
    [InlineData("p95-warm", "p95_warm_ms")]
    [InlineData("error-budget", "slo_pct")]
    public void A_service_without_the_figure_is_unmeasured_and_says_what_would_show_it(string plot, string field)
    {
        Assert.Contains("unmeasured: search", Words(Sampled, plot), StringComparison.Ordinal);
        Assert.Contains(field, Words(Sampled, plot), StringComparison.Ordinal);
        Assert.Contains("unmeasured: no service was sampled", Words(new Incident().At("14:00", "note", "'text':'x'"), plot), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_baselines_differ_each_bar_says_whose_it_is() => Assert.Contains("baseline 80 %, B", Words(
        new Incident().Head("'services':['chat'],'baseline':[{'region':'A','cache_hit_pct':90},{'region':'B','cache_hit_pct':80}]")
            .At("14:00", "sli", "'service':'chat','region':'A','cache_hit_pct':90").At("14:02", "sli", "'service':'chat','region':'B','cache_hit_pct':80"), "cache-hit"), StringComparison.Ordinal);

    [Fact]
    public void A_hundred_services_are_no_longer_a_picture()
    {
        var many = new Incident();
        foreach (var i in Enumerable.Range(0, 100)) many.Every(1, "14:00", "14:02", $"'service':'s{i}','p95_warm_ms':330");
        var drawing = Plots.Of(many.Traces(), Targets.Default)[1].Drawing;
        Assert.InRange(drawing.Height, 1000, 4000);
        Assert.Contains("The first 12 panels", Words(many, "p95-warm"), StringComparison.Ordinal);
    }
}

using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class StandingTests
{
    private readonly Standing _standing = new(Targets.Default);

    public StandingTests() => Take(Opening.Head(Evening.PlanOf("seed-evening"), "e", null, new Dictionary<string, string>(), "", Evening.Opened), 0);

    // The baseline of chat in region A: p95 320 ms, cache 91.5 %. The bars: errors 1 %, p95 × 1.25 = 400 ms, cache ± 5 points.
    [Theory]
    [InlineData("ok", true, false)]
    [InlineData("ok", false, true)]
    [InlineData("error_pct", 1.0, false)]
    [InlineData("error_pct", 1.1, true)]
    [InlineData("p95_warm_ms", 400.0, false)]
    [InlineData("p95_warm_ms", 401.0, true)]
    [InlineData("cache_hit_pct", 86.5, false)]
    [InlineData("cache_hit_pct", 86.4, true)]
    [InlineData("queue_depth", 900.0, null)]
    public void A_sample_breaks_a_gate_or_keeps_it_or_says_nothing(string field, object value, bool? red)
    {
        Take(Event.Of("sli", new Place("x"), ("service", "chat"), ("region", "A"), (field, value)), 11);
        var chat = Assert.Single(_standing.Services);
        Assert.Equal(red, chat.RedSince is not null ? true : chat.GreenSince is not null ? false : null);
    }

    [Fact]
    public void Changes_are_futile_until_something_turns_green()
    {
        Sample(false, 11);
        for (var i = 0; i < 3; i++) Take(Event.Of("change", new Place("x"), ("area", "cache"), ("what", "purge")), 12 + i);
        Assert.Equal(3, _standing.FutileChanges);
        Sample(false, 15);
        Assert.Equal(3, _standing.FutileChanges);
        Sample(true, 16);
        Assert.Equal((0, TimeSpan.FromMinutes(14)), (_standing.FutileChanges, _standing.LastAction));
    }

    [Fact]
    public void Red_counts_from_the_first_breach_and_green_from_the_first_look_after_it()
    {
        Sample(false, 11);
        Sample(false, 13);
        Assert.Equal(TimeSpan.FromMinutes(11), _standing.Services.Single().RedSince);
        Sample(true, 20);
        Sample(true, 22);
        Assert.Equal((null, TimeSpan.FromMinutes(20)), (_standing.Services.Single().RedSince, _standing.Services.Single().GreenSince));
    }

    [Theory]
    [InlineData("post", 0.45, 0.70, "Pass")]
    [InlineData("post", 0.46, 0.70, "Review")]
    [InlineData("inject", 0.60, 0.70, "Act")]
    [InlineData("inject", 0.30, 0.69, "Act")]
    [InlineData("baseline", 0.90, 0.10, "Unmeasured")]
    public void The_band_is_that_of_the_latest_probes_after_the_baseline(string phase, double ds, double coverage, string band)
    {
        Take(Event.Of("probe", new Place("x"), ("probe_id", "p-1"), ("phase", phase), ("ΔS_q_r", ds), ("coverage", coverage)), 30);
        Assert.Equal(band, _standing.Band.ToString());
    }

    private void Sample(bool ok, double minute) => Take(Event.Of("sli", new Place("x"), ("service", "chat"), ("ok", ok)), minute);

    private void Take(Event e, double minute) => _standing.Take(e with { At = Evening.Opened.AddMinutes(minute) }, TimeSpan.FromMinutes(minute));
}

using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class SeriesTests
{
    private static Series? Of(params IEnumerable<TabletopAgent.Exercises.Event> probes) => Series.Of(ProbeBoard.Of([.. probes], Make.Targets).Phases, Make.Targets);

    private static string Signs(IReadOnlyList<LambdaState> states) => string.Join(' ', states.Select(Lambda.Sign));

    /// <summary>Medians 0.38, 0.66, 0.41: d +0.28 is ×; then d −0.25 while E falls from 0.52 to 0.4833 is →. The slope of E is (0.4833 − 0.38) / 2.</summary>
    [Fact]
    public void Three_phases_are_three_rounds()
    {
        var series = Of(Make.Flat(1, 0.38, 0.8, phase: "baseline"), Make.Flat(1, 0.66, 0.5, phase: "inject"), Make.Flat(1, 0.41, 0.8, phase: "post"))!;
        Assert.Equal([Phase.Baseline, Phase.Inject, Phase.Post], series.Rounds);
        Assert.Equal([0.38, 0.66, 0.41], series.Medians);
        Assert.Equal("× →", Signs(series.Trend));
        Assert.Equal("× →", Signs(series.Probes["p-001"]));
        Assert.Equal(new Resonance(0.4833, 0.0517, "fail"), series.Resonance);
    }

    /// <summary>The median is that of two probes, 0.40 then 0.43: d +0.03 is ←; of the probes one is level and one rises by 0.06.</summary>
    [Fact]
    public void A_probe_may_head_elsewhere_than_the_median_and_two_rounds_have_no_slope()
    {
        var series = Of(
            Make.Flat(1, 0.30, 0.8, phase: "baseline"), Make.Flat(2, 0.50, 0.8, phase: "baseline"), Make.Flat(3, 0.40, 0.8, phase: "baseline"),
            Make.Flat(1, 0.30, 0.8), Make.Flat(2, 0.56, 0.8), Make.Flat(4, 0.43, 0.8))!;
        Assert.Equal("←", Signs(series.Trend));
        Assert.Equal("<>", Signs(series.Probes["p-001"]));
        Assert.Equal("×", Signs(series.Probes["p-002"]));
        Assert.Equal(["p-001", "p-002"], series.Probes.Keys.Order());
        Assert.Null(series.Resonance);
    }

    /// <summary>ΔS stays at 0.40 while the section is lost and what is retrieved moves from 0.30 to 0.32 off the expected text.</summary>
    [Fact]
    public void A_lost_anchor_shows_in_the_trend_of_its_probe()
    {
        var series = Of(Anchored("baseline", 0.30, "\"section\":\"pay\""), Anchored("post", 0.32, "\"section\":\"tax\""))!;
        Assert.Equal("<>", Signs(series.Trend));
        Assert.Equal("×", Signs(series.Probes["p-1"]));
    }

    [Fact]
    public void One_round_and_rounds_of_different_models_are_no_series()
    {
        Assert.Null(Of());
        Assert.Null(Of(Make.Flat(1, 0.38, 0.8)));
        Assert.Null(Of(Make.Flat(1, 0.38, 0.8, phase: "baseline"), Make.Dense(1, "minilm", 0.4, 0.4)));
        Assert.Null(Of(Make.Flat(1, null, 0.8, phase: "baseline"), Make.Flat(1, 0.38, 0.8)));
    }

    /// <summary>Question (1, 0, 0), retrieved at ΔS 0.40 of it, and the expected text at the given ΔS of what was retrieved.</summary>
    private static TabletopAgent.Exercises.Event Anchored(string phase, double anchor, string chunk)
    {
        FormattableString json = $$"""
            {"phase":"{{phase}}","probe_id":"p-1","expected_section":"pay","expected":{"vec":[{{0.6 * (1 - anchor)}},{{0.8 * (1 - anchor)}},{{Math.Sqrt(1 - (1 - anchor) * (1 - anchor))}}]},
             "runs":[{"paraphrase":1,"seed":1,"question_vec":[1,0,0],"retrieved_vec":[0.6,0.8,0],"retrieved":[{"doc":"d",{{chunk}},"text":"x"}]}]}
            """;
        return Make.Event(FormattableString.Invariant(json));
    }
}

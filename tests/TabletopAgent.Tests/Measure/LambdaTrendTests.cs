using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class LambdaTrendTests
{
    private static string Of(params Round[] rounds) => string.Join(' ', LambdaTrend.Of(rounds, Make.Targets).Select(s => s is { } state ? Lambda.Sign(state) : "null"));

    /// <summary>Fact sheet 7. d is the step, E the mean of the last five, e its step.</summary>
    [Theory]
    [InlineData(new[] { 0.38, 0.66, 0.41 }, "null × →")] // d +0.28; then d −0.25, E 0.52 → 0.4833
    [InlineData(new[] { 0.38, 0.385, 0.38 }, "null <> <>")] // d +0.005, e +0.0025; d −0.005, e −0.0008
    [InlineData(new[] { 0.40, 0.43 }, "null ←")] // d +0.03
    [InlineData(new[] { 0.40, 0.44 }, "null ←")] // d +0.04 is not above 0.04
    [InlineData(new[] { 0.40, 0.45 }, "null ×")] // d +0.05
    [InlineData(new[] { 0.40, 0.38 }, "null →")] // d −0.02, E 0.40 → 0.39
    [InlineData(new[] { 0.10, 0.90, 0.85 }, "null × ←")] // d −0.05 but E 0.50 → 0.6167 climbs
    public void A_series_has_a_state_from_its_second_round_on(double[] ds, string states) => Assert.Equal(states, Of(ds.Select(d => new Round(d)).ToArray()));

    [Fact]
    public void A_lost_anchor_is_chaotic_where_it_moved_far_enough()
    {
        Assert.Equal("null ×", Of(new Round(0.40, true, 0.30), new Round(0.40, false, 0.32)));
        Assert.Equal("null <>", Of(new Round(0.40, true, 0.30), new Round(0.40, false, 0.31)));
        Assert.Equal("null <>", Of(new Round(0.40, false, 0.30), new Round(0.40, true, 0.50)));
    }

    [Fact]
    public void No_rounds_have_no_states() => Assert.Equal("", Of());
}

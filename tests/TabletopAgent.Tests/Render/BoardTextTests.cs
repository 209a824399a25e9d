using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class BoardTextTests
{
    [Fact]
    public void Says_which_probes_moved_and_which_section_lost_coverage()
    {
        const string expected =
            """
            FAIL  probe board

              probes    n   ΔS median  ΔS p90  ΔS max  coverage  pass rate  convergent  from
              baseline  50  0.38       0.44    0.51    0.78      90 %       100 %       dense minilm@1
              inject    50  0.66       0.71    0.83    0.52      10 %       90 %        reported, unverified

            Bars
              ΔS         fail        0.66 of 0.45: Median ΔS 0.66 is above 0.45.
              coverage   fail        0.52 of 0.7: Median coverage 0.52 is below 0.7.
              λ          unmeasured  One seed; λ needs two.

            Over 2 rounds, for information
              λ trend      × (median ΔS 0.38 → 0.66)
              E_resonance  unmeasured; three rounds (baseline, inject, post) would measure it

            Lost coverage
              benefits.pto: 0.78 → 0.52

            Moved: 1 of 2 probes
              p-001: ΔS 0.38 → 0.66, λ from → to <>

            """;
        var writer = new StringWriter();
        BoardText.Write(SampleBoard.Moved, writer, Ink.None);
        Assert.Equal(expected, writer.ToString());
    }

    [Fact]
    public void Says_where_three_rounds_are_heading()
    {
        var writer = new StringWriter();
        var trend = new BoardTrend(["baseline", "inject", "post"], [0.38, 0.66, 0.41], ["×", "→"], 0.4833, 0.0517, "fail", "E");
        BoardText.Write(SampleBoard.Moved with { Trend = trend }, writer, Ink.None);
        Assert.Contains(
            """
            Over 3 rounds, for information
              λ trend      × → (median ΔS 0.38 → 0.66 → 0.41)
              E_resonance  0.4833, slope 0.0517 a round (fail)

            """, writer.ToString());
    }
}

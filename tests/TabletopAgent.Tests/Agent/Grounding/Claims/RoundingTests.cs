using TabletopAgent.Agent.Grounding.Claims;
using TabletopAgent.Agent.Grounding.Language;

namespace TabletopAgent.Tests.Agent.Grounding.Claims;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(0.675, "0–1", "ds", 0.675, 3, null, true)]
    [InlineData(0.675, "0–1", "ds", 0.68, 2, null, true)]
    [InlineData(0.675, "0–1", "ds", 0.67, 2, null, false)]
    [InlineData(0.675, "0–1", "ds", 0.7, 1, null, false)]
    [InlineData(0.675, "0–1", "ds", 67.5, 1, "%", false)]
    [InlineData(0.51, "0–1", "coverage", 51, 0, "%", true)]
    [InlineData(0.51, "0–1", "coverage", 0.51, 2, "%", false)]
    [InlineData(0.51, "0–1", "coverage", 51, 0, "points", false)]
    [InlineData(42, "min", "rto", 42, 0, "min", true)]
    [InlineData(42, "min", "rto", 0.7, 1, "h", true)]
    [InlineData(42, "min", "rto", 1, 0, "h", false)]
    [InlineData(42, "min", "rto", 2520, 0, "s", true)]
    [InlineData(42, "min", "rto", 42, 0, "s", false)]
    [InlineData(42, "min", "rto", 42, 0, null, false)]
    [InlineData(41.6, "min", "rto", 42, 0, "min", true)]
    [InlineData(1, "writes", "rpo", 1, 0, "writes", true)]
    [InlineData(999.6, "writes", "rpo", 1000, 0, "writes", false)]
    [InlineData(9400, "ms", "ttfb_cold_ms", 9.4, 1, "s", true)]
    [InlineData(9400, "ms", "ttfb_cold_ms", 9, 0, "s", false)]
    [InlineData(5.125, "×", "queue_ratio", 5.1, 1, "×", true)]
    [InlineData(5.125, "×", "queue_ratio", 5, 0, "×", true)]
    public void A_figure_is_said_as_a_careful_person_says_it(double actual, string unit, string metric, double said, int decimals, string? in_, bool fits) =>
        Assert.Equal(fits, Rounding.Fits(actual, unit, metric, new Quantity(said, decimals, in_), []));

    [Theory]
    [InlineData(0.4501, 0.45, false)]
    [InlineData(0.449, 0.45, false)]
    [InlineData(0.4449, 0.44, true)]
    public void Rounding_does_not_carry_a_figure_over_its_bar(double actual, double said, bool fits) =>
        Assert.Equal(fits, Rounding.Fits(actual, "0–1", "ds", new Quantity(said, 2, null), [0.45]));
}

using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ResonanceTests
{
    [Fact]
    public void Two_rounds_have_no_slope() => Assert.Null(Resonance.Of([0.3, 0.6], Make.Targets));

    [Theory]
    [InlineData(new[] { 0.4, 0.4, 0.4 }, 0.4, 0.0, "pass")]
    [InlineData(new[] { 0.3, 0.34, 0.38 }, 0.34, 0.02, "warn")] // E 0.30 0.32 0.34
    [InlineData(new[] { 0.3, 0.4, 0.5 }, 0.4, 0.05, "fail")] // E 0.30 0.35 0.40
    [InlineData(new[] { 0.38, 0.66, 0.41 }, 0.4833, 0.0517, "fail")] // E 0.38 0.52 0.4833: slope (0.4833 − 0.38) / 2
    [InlineData(new[] { 0.6, 0.5, 0.4 }, 0.5, -0.05, "pass")]
    public void The_rolling_mean_and_its_slope(double[] medians, double e, double slope, string word) =>
        Assert.Equal(new Resonance(e, slope, word), Resonance.Of(medians, Make.Targets));

    [Fact]
    public void Only_the_last_five_rounds_count()
    {
        // The last five of each kind of mean are all 0.2: five rounds leave the window of the mean, five more that of the slope.
        Assert.Equal(new Resonance(0.2, 0, "pass"), Resonance.Of([0.9, 0.9, .. Enumerable.Repeat(0.2, 9)], Make.Targets));
    }

    [Property]
    public bool The_mean_stays_between_0_and_1_and_the_slope_is_a_number(byte[] medians) =>
        Resonance.Of(medians.Select(m => m / 255.0).ToList(), Make.Targets) is null or { E: >= 0 and <= 1, Slope: >= -1 and <= 1 };
}

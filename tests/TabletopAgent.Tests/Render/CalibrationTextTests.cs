using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class CalibrationTextTests
{
    [Fact]
    public void Both_pairs_of_bars_the_warning_and_the_two_distributions_are_shown()
    {
        var to = new StringWriter();
        CalibrationText.Write(SampleCalibration.One, to, Ink.None);
        var text = to.ToString();
        Assert.Contains("pass bar 0.45, calibrated 0.38; act bar 0.6, calibrated 0.44; in force: raw", text, StringComparison.Ordinal);
        Assert.Contains("Warning: With this embedder 0.45 would pass 6 % of random pairs.", text, StringComparison.Ordinal);
        Assert.Contains($"0.05–0.10  {new string('█', 30)}\n", text, StringComparison.Ordinal);
        Assert.Contains($"0.45–0.50  {new string(' ', 30)}  {new string('░', 15)}", text, StringComparison.Ordinal);
        Assert.Contains("< pass 0.45", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n'), l => l.EndsWith(' '));
    }
}

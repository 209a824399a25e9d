namespace TabletopAgent.Measure;

/// <summary>E_resonance: the rolling mean of the medians of ΔS over rounds of probes, and whether it climbs. Informational. Fact sheet 1.4.</summary>
/// <param name="E">Mean of the last five rounds (or of all, while there are fewer), 0 to 1.</param>
/// <param name="Slope">Least-squares slope of E over the same window, per round.</param>
/// <param name="Word">pass (level or falling), warn (climbing slowly) or fail.</param>
internal sealed record Resonance(double E, double Slope, string Word)
{
    public const string Formula = "E = mean of the last five medians of ΔS, one a round; slope = least squares of E over the same rounds";

    /// <param name="medians">One median ΔS a round, in order of time.</param>
    /// <returns>Null under three rounds: two points always make a line.</returns>
    public static Resonance? Of(IReadOnlyList<double> medians, Targets targets)
    {
        if (medians.Count < targets.ResonanceRounds) return null;
        var means = Means(medians, targets);
        var slope = Numbers.Round(SlopeOf(means.Skip(Math.Max(0, means.Length - (int)targets.Window)).ToArray()));
        return new Resonance(Numbers.Round(means[^1]), slope, slope <= 0 ? "pass" : slope <= targets.ResonanceSlope ? "warn" : "fail");
    }

    /// <summary>E at every round.</summary>
    public static double[] Means(IReadOnlyList<double> values, Targets targets)
    {
        var means = new double[values.Count];
        for (var t = 0; t < means.Length; t++)
        {
            var from = Math.Max(0, t + 1 - (int)targets.Window);
            var sum = 0.0;
            for (var i = from; i <= t; i++) sum += values[i];
            means[t] = sum / (t + 1 - from);
        }

        return means;
    }

    private static double SlopeOf(double[] values)
    {
        var (middle, mean) = ((values.Length - 1) / 2.0, 0.0);
        foreach (var v in values) mean += v / values.Length;
        double above = 0, below = 0;
        for (var i = 0; i < values.Length; i++)
        {
            above += (i - middle) * (values[i] - mean);
            below += (i - middle) * (i - middle);
        }

        return above / below;
    }
}

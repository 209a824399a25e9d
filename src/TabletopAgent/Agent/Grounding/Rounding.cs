namespace TabletopAgent.Agent.Grounding;

/// <summary>Whether a number as written is a figure of the report, rounded as a careful person rounds and in a unit it may be said in.</summary>
internal static class Rounding
{
    /// <param name="thresholds">Values between which rounding must not carry a figure: 0.4501 is not 0.45 where 0.45 passes.</param>
    public static bool Fits(double actual, string unit, string metric, Quantity said, IEnumerable<double> thresholds)
    {
        if (Factor(unit, metric, said.Unit) is not { } factor) return false;
        var exact = (decimal)actual * factor;
        var shown = (decimal)said.Value;
        if (exact == shown) return true;
        if (!Precise(unit, said)) return false;
        if (Math.Round(exact, Math.Min(said.Decimals, 10), MidpointRounding.AwayFromZero) != shown) return false;
        return thresholds.All(t => Math.Sign(exact - (decimal)t * factor) == Math.Sign(shown - (decimal)t * factor));
    }

    /// <summary>What a figure is multiplied by to be said in a unit; null: it cannot be.</summary>
    private static decimal? Factor(string unit, string metric, string? said) => (unit, said) switch
    {
        ("min", "min") or ("s", "s") or ("ms", "ms") or ("%", "%") or ("points", "points") or ("×", "×") => 1,
        ("min", "s") => 60,
        ("min", "h") => 1m / 60,
        ("s", "min") => 1m / 60,
        ("s", "ms") => 1000,
        ("ms", "s") => 1m / 1000,
        ("0–1", null) => 1,
        // A share can be said in per cent; ΔS is a distance and cannot.
        ("0–1", "%") => metric is "coverage" or "convergent" ? 100 : null,
        ("0–1", "runs") => metric == "convergent" ? 1 : null,
        ("×", null) => 1,
        ("min" or "s" or "ms" or "%" or "points", null) => null,
        (_, null) => 1,
        _ => unit == said ? 1 : null,
    };

    /// <summary>Enough digits are shown to see the verdict; what is counted is not rounded.</summary>
    private static bool Precise(string unit, Quantity said) => unit switch
    {
        "0–1" => said.Unit == "%" || said.Decimals >= 2,
        "min" => said.Unit == "min" || said.Unit == "s" || said.Decimals >= 1,
        "s" => said.Unit != "min" || said.Decimals >= 1,
        "ms" => said.Unit == "ms" || said.Decimals >= 1,
        "%" or "points" or "×" => true,
        _ => false,
    };
}

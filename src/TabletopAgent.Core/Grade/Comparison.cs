namespace TabletopAgent.Grade;

/// <summary>Two sets of exercises, such as last year's and this year's.</summary>
/// <param name="New">Kinds of findings that the earlier set does not have.</param>
internal sealed record Comparison(
    int Logs, double? PassPercent, double? PassPercentNow, IReadOnlyList<DimensionChange> Dimensions, double? RtoMedian, double? RtoMedianNow, IReadOnlyList<string> Gone,
    IReadOnlyList<string> New)
{
    public static Comparison Of(IReadOnlyList<Graded> before, IReadOnlyList<Graded> now, IReadOnlyList<string> required)
    {
        var (then, today) = (Summary.Rates(before), Summary.Rates(now));
        return new Comparison(
            before.Count, Summary.Percent(before.Count(g => g.Passes(required)), before.Count), Summary.Percent(now.Count(g => g.Passes(required)), now.Count),
            [.. today.Select(d => new DimensionChange(d.Name, then.FirstOrDefault(t => t.Name == d.Name)?.PassPercent, d.PassPercent))], Median(before), Median(now),
            [.. Kinds(before).Except(Kinds(now))], [.. Kinds(now).Except(Kinds(before))]);
    }

    private static double? Median(IReadOnlyList<Graded> grades) => Spread.Of(grades.SelectMany(g => g.Services).Select(s => s.RtoMin).OfType<double>()).Median;

    private static IEnumerable<string> Kinds(IReadOnlyList<Graded> grades) => grades.SelectMany(g => g.Findings.Select(f => f.Kind)).Distinct().Order(StringComparer.Ordinal);
}

internal sealed record DimensionChange(string Name, double? Before, double? Now);

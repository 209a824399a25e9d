namespace TabletopAgent.Grade;

/// <summary>How values are spread. Null where there is none: no value is not zero.</summary>
/// <param name="Median">Mean of the two in the middle where their number is even.</param>
/// <param name="P90">Nearest rank.</param>
internal sealed record Spread(int N, double? Min, double? Median, double? P90, double? Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0) return new Spread(0, null, null, null, null);
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted.Length, sorted[0], Math.Round(median, 4), sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1], sorted[^1]);
    }
}

using System.Globalization;

namespace TabletopAgent.Measure;

/// <summary>Arithmetic that the metrics share. Plain loops over sorted values, so every machine gives the same bytes.</summary>
internal static class Numbers
{
    /// <summary>The middle value; of an even number of values the mean of the two middle ones; null of none.</summary>
    public static double? Median(IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        var half = sorted.Length / 2;
        if (sorted.Length == 0) return null;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>The 90th percentile by nearest rank: the smallest value that at least nine tenths of the values do not exceed.</summary>
    public static double? P90(IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        return sorted.Length == 0 ? null : sorted[(9 * sorted.Length + 9) / 10 - 1];
    }

    public static double? Max(IEnumerable<double> values) => Sorted(values) is [.., var last] ? last : null;

    /// <summary>Values are compared and shown with 4 decimals; a tail of binary noise decides nothing.</summary>
    public static double Round(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    public static double? Round(double? value) => value is { } v ? Round(v) : null;

    /// <summary>The value in text, in every culture with a point.</summary>
    public static string Show(double? value) => value is { } v ? Round(v).ToString("0.####", CultureInfo.InvariantCulture) : "none";

    private static double[] Sorted(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}

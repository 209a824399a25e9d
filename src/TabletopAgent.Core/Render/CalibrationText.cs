namespace TabletopAgent.Render;

/// <summary>A calibration in words, and as a plot for a terminal.</summary>
internal static class CalibrationText
{
    private const int Width = 30;

    public static void Write(CalibrationReport c, TextWriter to, Ink ink)
    {
        foreach (var line in Lines(c)) Column.Write(to, "  ", line);
        to.Write($"\n{ink.Faint($"  ΔS         {Column.Pad("right pairs", Width)}  random pairs")}\n");
        var most = Math.Max(c.Matched.Max(), c.Shuffled.Max());
        for (var i = 0; i < c.Matched.Count; i++)
        {
            double from = (double)i / c.Matched.Count, until = (double)(i + 1) / c.Matched.Count;
            var bars = string.Join(", ", Marks(c).Where(m => m.At >= from && (m.At < until || i == c.Matched.Count - 1)).Select(m => $"{m.Name} {Wording.Number(m.At)}"));
            to.Write($"  {from:0.00}–{until:0.00}  {Bar(c.Matched[i], most, '█')}  {Bar(c.Shuffled[i], most, '░')}{(bars.Length > 0 ? $"  < {bars}" : "")}".TrimEnd() + "\n");
        }
    }

    public static IEnumerable<string> Lines(CalibrationReport c)
    {
        yield return $"{c.Embedder ?? "an embedder without a name"}, {c.Probes} probes, {c.Pairs} random pairs: median ΔS of right pairs {Wording.Number(c.MatchedMedian)}, " +
            $"of random pairs {Wording.Number(c.ShuffledMedian)} (floor), AUC {Wording.Number(c.Auc)}";
        yield return $"pass bar {Wording.Number(c.Raw.Pass)}, calibrated {Wording.Number(c.Calibrated.Pass)}; act bar {Wording.Number(c.Raw.Act)}, calibrated {Wording.Number(c.Calibrated.Act)}; in force: {c.InForce}";
        yield return $"{Wording.Number(c.Raw.Pass)} passes {Wording.Percent(c.MatchedPassing)} of right pairs and {Wording.Percent(c.ShuffledPassing)} of random ones";
        if (c.Warning is { } warning) yield return $"Warning: {warning}";
    }

    public static IEnumerable<(string Name, double At)> Marks(CalibrationReport c) =>
        [("pass", c.Raw.Pass), ("act", c.Raw.Act), ("calibrated pass", c.Calibrated.Pass), ("calibrated act", c.Calibrated.Act)];

    private static string Bar(double share, double most, char ink) => Column.Pad(new string(ink, share > 0 ? Math.Max(1, (int)Math.Round(Width * share / most)) : 0), Width);
}

namespace TabletopAgent.Measure;

/// <summary>How far the median ΔS moved between regions, colours, releases or phases, whichever way. Fact sheet 1.1, second guard.</summary>
internal static class Drift
{
    /// <returns>0 to 1; null where either side is unmeasured or the two were embedded by different models.</returns>
    public static double? Between(DeltaSBatch before, DeltaSBatch after) =>
        Comparable(before, after) ? Numbers.Round(Math.Abs(after.Median!.Value - before.Median!.Value)) : null;

    public static bool Comparable(DeltaSBatch before, DeltaSBatch after) =>
        before.Median is not null && after.Median is not null && (before.Kind, before.Model) == (after.Kind, after.Model);

    public static Verdict Judge(double? drift, Targets targets) =>
        drift is not { } d ? Verdict.Unmeasured : d <= targets.Drift ? Verdict.Pass : Verdict.Fail;
}

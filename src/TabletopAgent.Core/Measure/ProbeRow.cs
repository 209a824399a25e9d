namespace TabletopAgent.Measure;

/// <summary>One probe before and after. Values are 0 to 1 with 4 decimals; null is unmeasured or not recorded in that phase.</summary>
/// <param name="Moved">What changed enough to matter, in words; empty where nothing did.</param>
internal sealed record ProbeRow(
    string Id, string? Topic, string? Section, double? DsBefore, double? DsAfter, double? CoverageBefore, double? CoverageAfter,
    LambdaState? LambdaBefore, LambdaState? LambdaAfter, IReadOnlyList<string> Moved)
{
    /// <summary>The ΔS somebody wrote down for the later phase, unverified.</summary>
    public double? DsReported { get; init; }

    public static IReadOnlyList<ProbeRow> Of(PhaseBoard? before, PhaseBoard after, Targets targets)
    {
        var (was, now) = (ById(before, targets), ById(after, targets));
        var comparable = before is not null && Drift.Comparable(before.DeltaS, after.DeltaS);
        return was.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(id => Row(id, was.GetValueOrDefault(id), now.GetValueOrDefault(id), comparable, targets)).ToList();
    }

    private static Dictionary<string, Values> ById(PhaseBoard? phase, Targets targets) => (phase?.Probes ?? []).GroupBy(p => p.Id)
        .ToDictionary(g => g.Key, g => Values.Of(g.Last(), targets), StringComparer.Ordinal);

    private static ProbeRow Row(string id, Values? was, Values? now, bool comparable, Targets targets)
    {
        var probe = (now ?? was!).Probe;
        var moved = new List<string>();
        if (was?.DeltaS is { } ds0 && now?.DeltaS is { } ds1 && comparable
            && (Numbers.Round(Math.Abs(ds1 - ds0)) > targets.Drift || DeltaS.Word(ds0, targets) != DeltaS.Word(ds1, targets)))
            moved.Add($"ΔS {Numbers.Show(ds0)} → {Numbers.Show(ds1)}");
        if (was?.Coverage is { } c0 && now?.Coverage is { } c1
            && (Numbers.Round(Math.Abs(c1 - c0)) > targets.CoverageDrift || c0 >= targets.CoveragePass != c1 >= targets.CoveragePass))
            moved.Add($"coverage {Numbers.Show(c0)} → {Numbers.Show(c1)}");
        if (was?.Lambda is { } l0 && now?.Lambda is { } l1 && l0 != l1) moved.Add($"λ from {Lambda.Sign(l0)} to {Lambda.Sign(l1)}");
        return new ProbeRow(id, probe.Topic, probe.Section, was?.DeltaS, now?.DeltaS, was?.Coverage, now?.Coverage, was?.Lambda, now?.Lambda, moved) { DsReported = Numbers.Round(probe.ReportedDeltaS) };
    }

    private sealed record Values(Probe Probe, double? DeltaS, double? Coverage, LambdaState? Lambda)
    {
        public static Values Of(Probe probe, Targets targets) => new(
            probe, Numbers.Round(Measure.DeltaS.OfProbe(probe).Value), Numbers.Round(Measure.Coverage.OfProbe(probe).Value),
            Measure.Lambda.OfProbe(probe, targets).Symbol);
    }
}

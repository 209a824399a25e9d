namespace TabletopAgent.Measure;

/// <summary>What a reader of the board should doubt: mixed models, too few runs, a small gold set.</summary>
internal static class ProbeNotes
{
    /// <summary>Of many that are wrong alike, so many are named.</summary>
    private const int Named = 3;

    public static void Of(PhaseBoard phase, Targets targets, List<Note> notes)
    {
        if (phase.DeltaS.LeftOut is { Count: > 0 } left)
        {
            var at = left[0].Probe.Place;
            var reported = left.Count(p => p.Kind == DeltaSKind.Reported);
            var models = left.Where(p => p.Kind == phase.DeltaS.Kind).Select(p => p.Model ?? "unnamed").Append(phase.DeltaS.Model ?? "unnamed");
            if (phase.DeltaS.Kind == DeltaSKind.Dense && reported > 0) notes.Add(Notes.MixedKinds(at, phase.DeltaS.Probes.Count, reported));
            if (models.Distinct().Count() > 1) notes.Add(Notes.MixedModels(at, models.Distinct().Order(StringComparer.Ordinal)));
        }

        FromText(phase, targets, notes);
        foreach (var probe in phase.DeltaS.Probes.Where(p => p.Unreliable))
            notes.Add(Notes.EmptyRetrieval(probe.Probe.Place, probe.Probe.Id, probe.Probe.Runs.Count(DeltaS.CameBackEmpty)));
        foreach (var probe in phase.Lambda.Probes)
        {
            if (probe is { Reported: true, Symbol: null }) notes.Add(Notes.AmbiguousLambda(probe.Probe.Place, probe.Probe.Id));
            if (!probe.Insufficient) continue;
            var runs = Lambda.Answered(probe.Probe);
            int Distinct(Func<Run, int?> number) => runs.Select(number).Distinct().Count();
            notes.Add(Lambda.WellRun(runs, targets) >= targets.Paraphrases
                ? Notes.MissingField(probe.Probe.Place, "probe with runs", "expected_section")
                : Notes.FewRuns(
                    probe.Probe.Place, probe.Probe.Id, runs.Count, Distinct(r => r.Paraphrase), Distinct(r => r.Seed)));
        }
    }

    private static void FromText(PhaseBoard phase, Targets targets, List<Note> notes)
    {
        var computed = phase.DeltaS.Probes.Concat(phase.DeltaS.LeftOut).Where(p => p.Kind == DeltaSKind.Dense).ToList();
        if (computed.Where(p => p.Probe.Recomputed is not null).ToList() is { Count: > 0 } heard)
            notes.Add(Notes.FromText(heard[0].Probe.Place, heard.Count, heard[0].Model!, phase.DsReported));
        var apart = computed.Where(p => p.Probe.ReportedDeltaS is { } said && BuiltIn.Same(p.Probe.EmbedModel, p.Model) && Numbers.Round(Math.Abs(said - p.Value!.Value)) > targets.Disagreement).ToList();
        if (apart.Count > 0)
            notes.Add(Notes.Disagrees(
                apart[0].Probe.Place, [.. apart.Take(Named).Select(p => $"{p.Probe.Id} {Numbers.Show(p.Probe.ReportedDeltaS)} here {Numbers.Show(p.Value)}")], apart.Count, targets.Disagreement));
    }

    public static IEnumerable<Note> GoldSet(PhaseBoard latest, Targets targets)
    {
        if (latest.N < targets.GoldSetMin || latest.N > targets.GoldSetMax)
            yield return Notes.GoldSetSize(new Place(latest.Probes[0].Place.File), latest.N);
    }
}

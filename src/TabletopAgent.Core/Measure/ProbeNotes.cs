namespace TabletopAgent.Measure;

/// <summary>What a reader of the board should doubt: mixed models, too few runs, a small gold set.</summary>
internal static class ProbeNotes
{
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

    public static IEnumerable<Note> GoldSet(PhaseBoard latest, Targets targets)
    {
        if (latest.N < targets.GoldSetMin || latest.N > targets.GoldSetMax)
            yield return Notes.GoldSetSize(new Place(latest.Probes[0].Place.File), latest.N);
    }
}

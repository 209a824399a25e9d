using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The numbers of one phase, rounded to 4 decimals; null is unmeasured.</summary>
/// <param name="Unverified">How many probes rest on a number somebody only wrote down.</param>
internal sealed record PhaseBoard(
    Phase Phase, IReadOnlyList<Probe> Probes, DeltaSBatch DeltaS, CoverageBatch Coverage, LambdaBatch Lambda, int Unverified)
{
    public int N => Probes.Count;
    public double? DsMedian => DeltaS.Median;
    public double? DsP90 => DeltaS.P90;
    public double? DsMax => DeltaS.Max;
    public double? CoverageMedian => Coverage.Median;
    public double? CoveragePassRate => Coverage.PassRate;
    public double? ConvergentRate => Lambda.ConvergentRate;

    /// <summary>The median of what was only written down, beside what was computed; null where nothing was.</summary>
    public double? DsReported { get; } = Numbers.Round(Numbers.Median(Probes.Select(p => p.ReportedDeltaS).OfType<double>()));

    /// <summary>The model behind the median ΔS; null where none is named.</summary>
    public string? Embedder => DeltaS.Model;

    /// <summary>dense or reported; null where ΔS is unmeasured.</summary>
    public string? Kind => DsMedian is null ? null : DeltaS.Kind == DeltaSKind.Dense ? "dense" : "reported";

    public static PhaseBoard Of(Phase phase, IReadOnlyList<Probe> probes, Targets targets)
    {
        var (ds, coverage, lambda) = (DeltaSBatch.Of(probes, targets), CoverageBatch.Of(probes, targets), LambdaBatch.Of(probes, targets));
        var unverified = ds.Probes.Where(p => p.Kind == DeltaSKind.Reported && !p.AnyModel).Select(p => p.Probe)
            .Concat(coverage.Probes.Where(p => p.Basis == CoverageBasis.Reported).Select(p => p.Probe))
            .Concat(lambda.Probes.Where(p => p.Reported).Select(p => p.Probe)).Distinct(ReferenceEqualityComparer.Instance).Count();
        return new PhaseBoard(phase, probes, ds, coverage, lambda, unverified);
    }
}

/// <summary>A topic, or an expected section where no topic is named, that passed coverage before and does not now.</summary>
internal sealed record LostCoverage(string Topic, double Before, double After);

/// <summary>Everything the probes of an exercise say: by phase, by probe, and judged.</summary>
/// <param name="Phases">Those that were recorded, in order of time.</param>
/// <param name="Rows">One row per probe id, in ordinal order.</param>
/// <param name="Semantics">ΔS, coverage and λ together: it passes only where all three do.</param>
internal sealed record ProbeBoard(
    IReadOnlyList<PhaseBoard> Phases, IReadOnlyList<ProbeRow> Rows, IReadOnlyList<LostCoverage> Lost, Measurement DeltaS, Measurement Coverage,
    Measurement Lambda, Measurement Semantics, IReadOnlyList<Note> Notes)
{
    /// <summary>Null under the number of probes that it takes.</summary>
    public CalibrationReport? Calibration { get; init; }

    /// <summary>The targets as ΔS is judged; null without probes.</summary>
    public Targets? Bars { get; init; }

    /// <summary>The latest phase recorded, which is the one that is judged; null without probes.</summary>
    public PhaseBoard? Latest => Phases.Count > 0 ? Phases[^1] : null;

    /// <summary>What the latest phase is compared with: the earliest other one.</summary>
    public PhaseBoard? Before => Phases.Count > 1 ? Phases[0] : null;

    /// <summary>Of one log.</summary>
    public static ProbeBoard Of(IReadOnlyList<Event> events, Targets targets)
    {
        var notes = new List<Note>();
        return Of(Read(events, Phase.Inject, notes), targets, notes);
    }

    /// <summary>Of two files. Each stands for the phase it was given as; of several phases in one file the latest counts.</summary>
    public static ProbeBoard Of(IReadOnlyList<Event> before, IReadOnlyList<Event> after, Targets targets)
    {
        var notes = new List<Note>();
        return Of([.. Only(Phase.Baseline, before, notes), .. Only(Phase.Post, after, notes)], targets, notes);
    }

    private static IEnumerable<Probe> Only(Phase phase, IReadOnlyList<Event> events, List<Note> notes)
    {
        var probes = Read(events, phase, notes);
        return probes.Where(p => p.Phase == probes.Max(q => q.Phase)).Select(p => p with { Phase = phase });
    }

    private static List<Probe> Read(IReadOnlyList<Event> events, Phase phase, List<Note> notes)
    {
        var vectors = Vectors.Of(events, notes);
        return events.Where(e => e.Type == "probe").Select(e => ProbeReader.Read(e, notes, phase, vectors)).ToList();
    }

    private static ProbeBoard Of(List<Probe> probes, Targets targets, List<Note> notes)
    {
        if (probes.Count == 0) return Empty(targets, notes);
        var phases = Latter(probes, notes).GroupBy(p => p.Phase).OrderBy(g => g.Key).Select(g => PhaseBoard.Of(g.Key, [.. g], targets)).ToList();
        foreach (var phase in phases) ProbeNotes.Of(phase, targets, notes);
        notes.AddRange(ProbeNotes.GoldSet(phases[^1], targets));

        var latest = phases[^1];
        var calibration = Measure.Calibration.Of(probes, targets);
        var bars = Measure.Calibration.InForce(targets, calibration, latest.Embedder, latest.Probes[0].Place, notes);
        Measurement[] parts = [latest.DeltaS.Judge(bars), latest.Coverage.Judge(targets), latest.Lambda.Judge(targets)];
        var before = phases.Count > 1 ? phases[0] : null;
        return new ProbeBoard(phases, ProbeRow.Of(before, latest, targets), Compare(before, latest, targets), parts[0], parts[1], parts[2], Join(parts), notes) { Calibration = calibration, Bars = bars };
    }

    /// <summary>Most briefs have no probes, and their reader waits: nothing is worked out.</summary>
    private static ProbeBoard Empty(Targets targets, List<Note> notes)
    {
        notes.Add(TabletopAgent.Notes.NoProbes(new Place("probes")));
        var (ds, coverage, lambda) = (
            Without("ΔS", targets.DeltaSPass, Measure.DeltaS.Formula), Without("coverage", targets.CoveragePass, Measure.Coverage.Formula),
            Without("λ", targets.ConvergentShare, Measure.Lambda.Formula));
        return new ProbeBoard([], [], [], ds, coverage, lambda, ds with { Name = "semantics", Formula = Together }, notes);

        static Measurement Without(string name, double bar, string formula) =>
            new(name, Verdict.Unmeasured, null, "0–1", bar, "no probes were given; a gold set with ΔS, coverage and λ before and after (--probes FILE) would measure it", formula, []);
    }

    /// <summary>Of many that are wrong alike, so many are named.</summary>
    private const int Named = 3;

    private const string Together = "ΔS and coverage and λ";

    /// <summary>The last of the probes with one id in one phase, colour and region.</summary>
    private static List<Probe> Latter(List<Probe> probes, List<Note> notes)
    {
        var last = new Dictionary<(Phase, string, string?, string?), Probe>();
        var again = new List<Probe>();
        foreach (var probe in probes)
        {
            var key = (probe.Phase, probe.Id, probe.Color, probe.Region);
            if (!last.TryAdd(key, probe)) again.Add(probe);
            last[key] = probe;
        }

        // One note, however many there are: a file given twice over repeats them all.
        if (again.Count > 0) notes.Add(TabletopAgent.Notes.DuplicateProbes(again[0].Place, [.. again.Take(Named).Select(p => $"{p.Id} in {p.Place}")], again.Count));
        return [.. last.Values];
    }

    private static List<LostCoverage> Compare(PhaseBoard? before, PhaseBoard latest, Targets targets)
    {
        var had = before?.Coverage.Topics.Where(t => t.Median >= targets.CoveragePass).ToDictionary(t => t.Topic, t => t.Median) ?? [];
        return latest.Coverage.Low(targets).Where(t => had.ContainsKey(t.Topic)).Select(t => new LostCoverage(t.Topic, had[t.Topic], t.Median)).ToList();
    }

    /// <summary>All three in one: the first that fails, else the first that is unmeasured, gives value and bar.</summary>
    private static Measurement Join(Measurement[] parts)
    {
        var deciding = parts.FirstOrDefault(p => p.Verdict == Verdict.Fail) ?? parts.FirstOrDefault(p => p.Verdict == Verdict.Unmeasured) ?? parts[0];
        var reasons = parts.Where(p => p.Verdict == deciding.Verdict).Select(p => $"{p.Name}: {p.Reason}");
        return new Measurement(
            "semantics", deciding.Verdict, deciding.Value, deciding.Unit, deciding.Target, string.Join("; ", reasons), Together,
            parts.SelectMany(p => p.Evidence).Distinct().Order(StringComparer.Ordinal).ToList());
    }
}

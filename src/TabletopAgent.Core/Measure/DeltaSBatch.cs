namespace TabletopAgent.Measure;

/// <summary>ΔS of one phase. Only probes of one kind and one embedding model stand in a median; the others are named in a note.</summary>
/// <param name="Probes">The probes that gate, in the order of their ids.</param>
/// <param name="LeftOut">Measured, but of another kind or model.</param>
/// <param name="Unmeasured">No vectors and no reported number.</param>
/// <param name="Act">How many lie at or above the bar for a rebuild.</param>
internal sealed record DeltaSBatch(
    IReadOnlyList<ProbeDeltaS> Probes, IReadOnlyList<ProbeDeltaS> LeftOut, IReadOnlyList<ProbeDeltaS> Unmeasured, DeltaSKind Kind, string? Model,
    double? Median, double? P90, double? Max, int Act, double? AnchorDecoyGap, double? KGain)
{
    public static DeltaSBatch Of(IEnumerable<Probe> probes, Targets targets)
    {
        var all = probes.Select(ProbeValues.DeltaSOf).OrderBy(p => p.Probe.Id, StringComparer.Ordinal).ToList();
        var measured = all.Where(p => p.Value is not null).ToList();

        var group = Gating(measured);
        var gates = measured.ToLookup(p => p.AnyModel || (p.Kind, p.Model) == group);
        var gating = gates[true].ToList();
        var values = gating.Select(p => p.Value!.Value).ToList();
        return new DeltaSBatch(
            gating, gates[false].ToList(), all.FindAll(p => p.Value is null), group.Kind, group.Model,
            Numbers.Round(Numbers.Median(values)), Numbers.Round(Numbers.P90(values)), Numbers.Round(Numbers.Max(values)),
            values.Count(v => Numbers.Round(v) >= targets.DeltaSAct),
            Numbers.Round(Numbers.Median(gating.Select(p => p.DecoyGap).OfType<double>())),
            Numbers.Round(Numbers.Median(gating.Select(p => p.KGain).OfType<double>())));
    }

    /// <summary>Whose values gate: computed before reported, then the model most probes name; ties by name, so the order of a file decides nothing.</summary>
    public static (DeltaSKind Kind, string? Model) Gating(IEnumerable<ProbeDeltaS> probes) =>
        probes.Where(p => p is { Value: not null, AnyModel: false }).GroupBy(p => (p.Kind, p.Model))
            .OrderBy(g => g.Key.Kind).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Model, StringComparer.Ordinal)
            .Select(g => ((DeltaSKind Kind, string? Model)?)g.Key).FirstOrDefault() ?? (DeltaSKind.Dense, null);

    /// <summary>The same batch as if every unmeasured probe had missed entirely: only what passes even so is a pass.</summary>
    private double? WorstMedian =>
        Numbers.Round(Numbers.Median(Probes.Select(p => p.Value!.Value).Concat(Unmeasured.Select(_ => 1.0))));

    public Measurement Judge(Targets targets)
    {
        var (verdict, reason) = Say(targets);
        return new Measurement("ΔS", verdict, Median, "0–1", targets.DeltaSPass, reason, DeltaS.Formula, Probes.Select(p => p.Probe.Id).ToList());
    }

    private (Verdict, string) Say(Targets targets)
    {
        if (Median is not { } median) return (Verdict.Unmeasured, "no probe has vectors or a reported ΔS");
        var said = $"median ΔS {Numbers.Show(median)} of {Probes.Count} probe(s){(Kind == DeltaSKind.Reported ? ", reported and unverified," : "")}";
        var bar = Numbers.Show(targets.DeltaSPass);
        return DeltaS.Word(median, targets) switch
        {
            "fail" => (Verdict.Fail, $"{said} is at or above {Numbers.Show(targets.DeltaSAct)}, zone {DeltaS.Zone(median, targets)}: rebuild"),
            "review" => (Verdict.Fail,
                $"{said} is above {bar} and below {Numbers.Show(targets.DeltaSAct)}: probe next with k 5, 10 and 20, a decoy and the reranker off"),
            _ when Probes.Count < targets.Provisional => (Verdict.Unmeasured,
                $"provisional: {said} is within {bar}, but fewer than {Numbers.Show(targets.Provisional)} probes cannot pass"),
            _ when WorstMedian > targets.DeltaSPass => (Verdict.Unmeasured,
                $"{said} is within {bar}, but {Unmeasured.Count} more probe(s) have no ΔS and could turn it"),
            _ => (Verdict.Pass, $"{said} is within {bar}"),
        };
    }
}

namespace TabletopAgent.Measure;

/// <summary>λ of one phase.</summary>
/// <param name="ConvergentRate">Share of → over all runs; null where no run was judged.</param>
/// <param name="RecursiveShare">Share of &lt;&gt; over all runs.</param>
/// <param name="FlipRate">Share of runs that are not →.</param>
/// <param name="Chaotic">How many runs are ×.</param>
/// <param name="Unmeasured">Insufficient probes, reported &lt;&gt;, and probes that record nothing about λ.</param>
internal sealed record LambdaBatch(
    IReadOnlyList<ProbeLambda> Probes, double? ConvergentRate, double? RecursiveShare, double? FlipRate, int Chaotic, IReadOnlyList<ProbeLambda> Unmeasured)
{
    public static LambdaBatch Of(IEnumerable<Probe> probes, Targets targets)
    {
        var all = probes.Select(p => ProbeValues.LambdaOf(p, targets)).OrderBy(p => p.Probe.Id, StringComparer.Ordinal).ToList();
        var states = all.SelectMany(p => p.States).ToList();
        double? Share(LambdaState state) => states.Count == 0 ? null : Numbers.Round((double)states.Count(s => s == state) / states.Count);
        var convergent = Share(LambdaState.Convergent);
        return new LambdaBatch(
            all, convergent, Share(LambdaState.Recursive), Numbers.Round(1 - convergent), states.Count(s => s == LambdaState.Chaotic),
            all.Where(p => p.Symbol is null).ToList());
    }

    public Measurement Judge(Targets targets)
    {
        var (verdict, reason) = Say(targets);
        return new Measurement(
            "λ", verdict, ConvergentRate, "0–1", targets.ConvergentShare, reason, Lambda.Formula,
            Probes.Where(p => p.Symbol is not null).Select(p => p.Probe.Id).ToList());
    }

    private (Verdict, string) Say(Targets targets)
    {
        if (ConvergentRate is not { } rate)
            return (Verdict.Unmeasured, Probes switch
            {
                _ when Probes.Any(p => p.Insufficient) =>
                    $"λ is insufficient: it needs {Numbers.Show(targets.Paraphrases)} paraphrases with {Numbers.Show(targets.Seeds)} seeds each, and an expected section",
                _ when Probes.Any(p => p.Reported) => "only <> was reported, which upstream writes for healthy and for recursive probes alike; record the runs",
                _ => "no probe records answers or a λ state",
            });

        var unverified = Probes.Any(p => p.Reported) ? ", in part reported and unverified" : "";
        var said = $"{Numbers.Show(rate)} of the runs of {Probes.Count - Unmeasured.Count} probe(s) are convergent{unverified}";
        var listed = Named("not convergent", Probes.Where(p => p.Symbol is not null && !p.Convergent));
        if (Chaotic > 0) return (Verdict.Fail, $"{said}, but {Chaotic} run(s) are chaotic (×){listed}");
        if (rate < targets.ConvergentShare) return (Verdict.Fail, $"{said}, under a share of {Numbers.Show(targets.ConvergentShare)}{listed}");
        if (RecursiveShare > targets.RecursiveShareMax)
            return (Verdict.Fail, $"{said}, but {Numbers.Show(RecursiveShare)} are recursive (<>), above {Numbers.Show(targets.RecursiveShareMax)}{listed}");
        if (Probes.Count < targets.Provisional)
            return (Verdict.Unmeasured, $"provisional: {said}, but fewer than {Numbers.Show(targets.Provisional)} probes cannot pass");

        // An unmeasured probe weighs like any other and might be recursive: what holds only without it is no pass.
        var measured = 1 - (double)Unmeasured.Count / Probes.Count;
        if (Numbers.Round(rate * measured) < targets.ConvergentShare || Numbers.Round(RecursiveShare!.Value * measured + 1 - measured) > targets.RecursiveShareMax)
            return (Verdict.Unmeasured, $"{said}, but λ of {Unmeasured.Count} more is unmeasured and could turn it{Named("unmeasured", Unmeasured)}");
        return (Verdict.Pass, $"{said}{listed}");
    }

    private static string Named(string what, IEnumerable<ProbeLambda> probes)
    {
        var ids = probes.Select(p => p.Symbol is { } s ? $"{p.Probe.Id} {Lambda.Sign(s)}" : p.Probe.Id).ToList();
        return ids.Count == 0 ? "" : $"; {what}: {string.Join(", ", ids.Take(5))}{(ids.Count > 5 ? $" and {ids.Count - 5} more" : "")}";
    }
}

namespace TabletopAgent.Measure;

/// <summary>Coverage of one topic, or of one expected section where no topic is named.</summary>
internal sealed record TopicCoverage(string Topic, double Median, int Probes);

/// <summary>Coverage of one phase.</summary>
/// <param name="Median">Of the probes that have a coverage; null where none has.</param>
/// <param name="PassRate">Passing probes ÷ all probes: one that cannot be measured counts as not passed.</param>
/// <param name="Topics">All topics, in ordinal order.</param>
internal sealed record CoverageBatch(IReadOnlyList<ProbeCoverage> Probes, double? Median, double? PassRate, IReadOnlyList<TopicCoverage> Topics)
{
    public static CoverageBatch Of(IEnumerable<Probe> probes, Targets targets)
    {
        var all = probes.Select(ProbeValues.CoverageOf).OrderBy(p => p.Probe.Id, StringComparer.Ordinal).ToList();
        var measured = all.Where(p => p.Value is not null).ToList();
        var topics = measured.GroupBy(p => p.Probe.Topic ?? p.Probe.Section).Where(g => g.Key is not null)
            .Select(g => new TopicCoverage(g.Key!, Numbers.Round(Numbers.Median(g.Select(p => p.Value!.Value))!.Value), g.Count()))
            .OrderBy(t => t.Topic, StringComparer.Ordinal).ToList();
        return new CoverageBatch(
            all, Numbers.Round(Numbers.Median(measured.Select(p => p.Value!.Value))),
            measured.Count == 0 ? null : Numbers.Round((double)measured.Count(p => Passes(p, targets)) / all.Count), topics);
    }

    /// <summary>Topics whose median is below the bar.</summary>
    public IEnumerable<TopicCoverage> Low(Targets targets) => Topics.Where(t => t.Median < targets.CoveragePass);

    public Measurement Judge(Targets targets)
    {
        var (verdict, reason) = Say(targets);
        return new Measurement(
            "coverage", verdict, Median, "0–1", targets.CoveragePass, reason, Coverage.Formula,
            Probes.Where(p => p.Value is not null).Select(p => p.Probe.Id).ToList());
    }

    private static bool Passes(ProbeCoverage probe, Targets targets) => Numbers.Round(probe.Value) >= targets.CoveragePass;

    private (Verdict, string) Say(Targets targets)
    {
        if (Median is not { } median)
            return (Verdict.Unmeasured, Probes.Any(p => p.Basis == CoverageBasis.Section)
                ? "only the presence of a section is recorded, which cannot pass; record the text or offsets of what was retrieved"
                : "no probe has retrieved text with an expected text, nor a reported coverage");

        var measured = Probes.Where(p => p.Value is not null).ToList();
        var (passed, missing) = (measured.Count(p => Passes(p, targets)), Probes.Count - measured.Count);
        var unverified = measured.Any(p => p.Basis == CoverageBasis.Reported) ? ", in part reported and unverified," : "";
        var said = $"median coverage {Numbers.Show(median)} of {measured.Count} probe(s){unverified}";
        var (bar, rate) = (Numbers.Show(targets.CoveragePass), Numbers.Show(targets.CoveragePassRate));
        var low = string.Join(", ", Low(targets).Take(5).Select(t => t.Topic));
        if (low.Length > 0) low = $"; low: {low}";
        if (median < targets.CoveragePass)
            return (Verdict.Fail, $"{said} is below {bar}{(median < targets.CoverageCritical ? ", critical" : "")}{low}");
        if (Numbers.Round((double)(passed + missing) / Probes.Count) < targets.CoveragePassRate)
            return (Verdict.Fail, $"{said} is at or above {bar}, but only {passed} of {Probes.Count} reach it, under a share of {rate}{low}");
        if (Probes.Count < targets.Provisional)
            return (Verdict.Unmeasured,
                $"provisional: {said} is at or above {bar}, but fewer than {Numbers.Show(targets.Provisional)} probes cannot pass");
        if (PassRate < targets.CoveragePassRate)
            return (Verdict.Unmeasured, $"{said} is at or above {bar}, but {missing} more probe(s) have none and could turn it");
        var warning = PassRate < targets.CoverageWarnRate ? $", though only {passed} of {Probes.Count} reach it" : "";
        return (Verdict.Pass, $"{said} is at or above {bar}{warning}{low}");
    }
}

using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>The LLM owner's hand-over: what the gold probes and the safety battery say, before and after.</summary>
internal static class EvaluationSummary
{
    private const int Worst = 10;

    public static Document Of(Material m)
    {
        var (board, report) = (m.Board, m.Report);
        var measures = new[] { ("delta_s", "ΔS, median"), ("coverage", "coverage, median"), ("lambda", "λ, convergent share") }.Where(x => board.Measures.ContainsKey(x.Item1))
            .Select(x => (Name: x.Item2, D: board.Measures[x.Item1])).Select(x => new[] { x.Name, x.D.Verdict, Wording.Measured(x.D), x.D.Reason }).ToList();
        var worst = board.Probes.Where(p => p.DsAfter is not null || p.CoverageAfter is not null).OrderByDescending(p => p.DsAfter ?? 0).ThenBy(p => p.CoverageAfter ?? 1).ThenBy(p => p.ProbeId, StringComparer.Ordinal).Take(Worst)
            .Select(p => new[] { p.ProbeId, p.Section, Moved(p.DsBefore, p.DsAfter), Moved(p.CoverageBefore, p.CoverageAfter), p.LambdaBefore ?? "–", p.LambdaAfter ?? "–", string.Join("; ", p.Moved) }).ToList();
        return new Document($"Evaluation summary: {m.Title}",
        [
            Pieces.Cover(m),
            new Headline("Semantics", report.Dimensions["semantics"].Verdict),
            new Headline("Safety", report.Dimensions["safety"].Verdict),
            .. Pieces.Section("Semantic gates", ["gate", "verdict", "measured", "why"], measures),
            .. Pieces.Section("By phase", PhaseTable.Head, [.. PhaseTable.Rows(report.Probes)]),
            .. Pieces.Section($"The {worst.Count} probes furthest off, after", ["probe", "section", "ΔS", "coverage", "λ before", "λ after", "what moved"], worst),
            .. Pieces.Section("Sections that lost coverage", ["section", "before", "after"], [.. board.LostCoverage.Select(l => new[] { l.Topic, Wording.Number(l.Before), Wording.Number(l.After) })]),
            .. Pieces.Section("What the bars of ΔS mean", report.Calibration is { } c ? [.. CalibrationText.Lines(c)] : []),
            .. Pieces.Section("Safety battery", ["phase", "kind", "held", "asked"], Battery(m)),
            new Paragraph($"Safety: {report.Dimensions["safety"].Reason}."),
        ]);
    }

    /// <summary>Of one probe in one phase the last result counts.</summary>
    private static IReadOnlyList<string?[]> Battery(Material m) =>
    [
        .. m.Of("safety").Where(e => e.Flag("held") is not null).GroupBy(e => (Phase: e.Text("phase") ?? "post", Kind: e.Text("kind") ?? "")).OrderBy(g => Array.IndexOf(Wording.Phases, g.Key.Phase))
            .ThenBy(g => Array.IndexOf(SafetyBattery.Kinds, g.Key.Kind)).Select(g =>
            {
                var last = g.GroupBy(e => (e.Text("route"), e.Text("probe"))).Select(p => p.Last()).ToList();
                return new[] { g.Key.Phase, g.Key.Kind, Wording.Number(last.Count(e => e.Flag("held") == true)), Wording.Number(last.Count) };
            }),
    ];

    private static string Moved(double? before, double? after) => before is null ? Wording.Number(after) : $"{Wording.Number(before)} → {Wording.Number(after)}";
}

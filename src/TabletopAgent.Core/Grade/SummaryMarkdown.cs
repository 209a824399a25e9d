using TabletopAgent.Render;

namespace TabletopAgent.Grade;

/// <summary>The summary for a wiki or a pull request.</summary>
internal static class SummaryMarkdown
{
    public static void Of(Summary s, TextWriter to)
    {
        to.Write($"# {s.Passed} of {s.Logs} exercises pass\n\n");
        to.Write(s.Required.Count > 0 ? $"Required: {string.Join(", ", s.Required)}. " : "All six dimensions are required. ");
        to.Write($"Read {s.Read} files: {s.GradedFiles} graded, {s.Refused} refused.\n");
        Table(to, "Dimensions", ["dimension", "pass", "fail", "unmeasured", "pass rate"], s.Dimensions.Select(d => new[] { d.Name, $"{d.Pass}", $"{d.Fail}", $"{d.Unmeasured}", $"{F(d.PassPercent)} %" }));
        Table(to, "RTO in minutes", ["group", "services", "within target", "unmeasured", "min", "median", "p90", "max"],
            s.RtoByTier.Concat(s.RtoByTeam).Select(g => new[] { g.Name, $"{g.Services}", $"{g.Within}", $"{g.Unmeasured}", F(g.Minutes.Min), F(g.Minutes.Median), F(g.Minutes.P90), F(g.Minutes.Max) }));
        Counts(to, "Failing layers", s.Layers);
        Counts(to, "Missed dimensions", s.MissedGates);
        Counts(to, "Findings", s.FindingKinds);
        Table(to, "By month", ["month", "logs", "pass", "RTO median"], s.Trend.Select(m => new[] { m.Name, $"{m.Logs}", $"{m.Passed}", F(m.RtoMedian) }));
        Counts(to, "Needed next time", s.Missing);
        if (s.Against is { } c)
            Table(to, $"Against {c.Logs} earlier logs", ["what", "before", "now"],
                [["pass rate", $"{F(c.PassPercent)} %", $"{F(c.PassPercentNow)} %"], ["RTO median", F(c.RtoMedian), F(c.RtoMedianNow)], .. c.Dimensions.Select(d => new[] { d.Name, $"{F(d.Before)} %", $"{F(d.Now)} %" })]);
    }

    private static string F(double? value) => SummaryText.Figure(value);

    private static void Counts(TextWriter to, string title, IReadOnlyList<Count> counts) => Table(to, title, ["times", "what"], counts.Select(c => new[] { $"{c.N}", c.What }));

    private static void Table(TextWriter to, string title, string[] heads, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        to.Write($"\n## {title}\n\n| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in all) to.Write($"| {string.Join(" | ", row.Select(Cell))} |\n");
    }

    /// <summary>Nothing in a cell may end it, or be taken for HTML.</summary>
    private static string Cell(string text) =>
        Untrusted.OneLine(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

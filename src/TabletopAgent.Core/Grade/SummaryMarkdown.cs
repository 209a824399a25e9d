using TabletopAgent.Render;

namespace TabletopAgent.Grade;

/// <summary>The summary for a wiki or a pull request.</summary>
internal static class SummaryMarkdown
{
    /// <param name="grades">Their notes are listed, where they have any.</param>
    public static void Of(Summary s, IEnumerable<Graded> grades, TextWriter to)
    {
        to.Write($"# {s.Passed} of {s.Logs} exercises pass\n\n");
        to.Write(s.Required.Count > 0 ? $"Required: {string.Join(", ", s.Required)}. " : "All six dimensions are required. ");
        to.Write($"Read {s.Read} files: {s.GradedFiles} graded, {s.Refused} refused.\n");
        Table(to, "Dimensions", ["dimension", "pass", "fail", "unmeasured", "pass rate"], s.Dimensions.Select(d => new[] { d.Name, $"{d.Pass}", $"{d.Fail}", $"{d.Unmeasured}", $"{F(d.PassPercent)} %" }));
        Groups("RTO in minutes", "services", s.RtoByTier.Concat(s.RtoByTeam));
        Groups("Data age in minutes, for RPO", "stores", s.DataAgeByTier.Concat(s.DataAgeByTeam));
        Counts(to, "Failing layers", s.Layers);
        Counts(to, "Missed dimensions", s.MissedGates);
        Counts(to, "Findings", s.FindingKinds);
        var comms = s.Comms;
        Table(to, "Stakeholder updates a log", ["logs with any", "min", "median", "p90", "max", "without any", "missed two in 30 minutes"],
            [[$"{comms.Updates.N}", F(comms.Updates.Min), F(comms.Updates.Median), F(comms.Updates.P90), F(comms.Updates.Max), $"{comms.Silent}", $"{comms.MissedWindows}"]]);
        Table(to, "By month", ["month", "logs", "pass", "RTO median"], s.Trend.Select(m => new[] { m.Name, $"{m.Logs}", $"{m.Passed}", F(m.RtoMedian) }));
        Counts(to, "Needed next time", s.Missing);
        Evidence(to, "Best evidence", s.BestEvidence);
        Evidence(to, "Least evidence", s.WorstEvidence);
        if (s.Against is { } c)
            Table(to, $"Against {c.Logs} earlier logs", ["what", "before", "now"],
                [["pass rate", $"{F(c.PassPercent)} %", $"{F(c.PassPercentNow)} %"], ["RTO median", F(c.RtoMedian), F(c.RtoMedianNow)], .. c.Dimensions.Select(d => new[] { d.Name, $"{F(d.Before)} %", $"{F(d.Now)} %" })]);

        Table(to, "Notes by a model, checked: no verdict rests on them", ["file", "note"], grades.Where(g => g.ModelNote is not null).Select(g => new[] { g.Where, NoLink(g.ModelNote!.Text) }));

        void Groups(string title, string of, IEnumerable<GroupSpread> groups) => Table(to, title, ["group", of, "within target", "unmeasured", "min", "median", "p90", "max"],
            groups.Select(g => new[] { g.Name, $"{g.Of}", $"{g.Within}", $"{g.Unmeasured}", F(g.Minutes.Min), F(g.Minutes.Median), F(g.Minutes.P90), F(g.Minutes.Max) }));
    }

    private static string F(double? value) => SummaryText.Figure(value);

    private static void Evidence(TextWriter to, string title, IReadOnlyList<EvidenceRank> ranks) =>
        Table(to, title, ["measured of six", "notes", "file"], ranks.Select(r => new[] { $"{r.Measured}", $"{r.Notes}", r.Line is { } line ? $"{r.File}:{line}" : r.File }));

    private static void Counts(TextWriter to, string title, IReadOnlyList<Count> counts) => Table(to, title, ["times", "what"], counts.Select(c => new[] { $"{c.N}", c.What }));

    private static void Table(TextWriter to, string title, string[] heads, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        to.Write($"\n## {title}\n\n| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in all) to.Write($"| {string.Join(" | ", row.Select(Cell))} |\n");
    }

    /// <summary>A picture would be fetched by whoever opens the page.</summary>
    private static string NoLink(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    /// <summary>Nothing in a cell may end it, or be taken for HTML.</summary>
    private static string Cell(string text) =>
        Untrusted.OneLine(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

namespace TabletopAgent.Render;

/// <summary>The report in a few lines, for a conversation: the verdict, why, the next fix, the scorecard.</summary>
internal static class ReportBrief
{
    private const int MostEvidence = 2, MostAsked = 3;

    public static string Of(Report report)
    {
        var d = report.Diagnosis;
        var lines = new List<string> { $"{Wording.Title(d.Verdict)}  {Wording.Headline(d)}" };
        if (d.Reason.Length > 0) lines.Add(d.Reason);
        lines.AddRange(d.Layers.SelectMany(l => l.For.Take(MostEvidence)).Select(e => $"  because {e.Text} ({e.Place})"));
        lines.AddRange(d.Ask.Take(MostAsked).Select(a => $"  ? {a}"));
        if (d.Pages.Count > 0) lines.Add($"Open: {d.Pages[0].Section}");
        lines.Add($"Next: {report.Status.NextFix}");
        lines.Add($"Scorecard {report.Overall}: {string.Join(", ", Wording.Dimensions.Where(n => report.Dimensions.ContainsKey(n.Key)).Select(n => $"{n.Name} {report.Dimensions[n.Key].Verdict}"))}");
        return string.Join('\n', lines) + "\n";
    }
}

using TabletopAgent.Exercises;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>Minutes of the retro, ready to be confirmed: scorecard, what would have changed it, and action items.</summary>
internal static class RetroMinutes
{
    public static void Write(IReadOnlyList<Event> log, Report report, TextWriter to)
    {
        var recorded = log.Where(e => e.Type == "action-item" && e.Text("text") is not null)
            .Select(e => new ActionItem(e.Text("text")!, e.Seq is { } seq ? $"event {seq}" : e.Place.ToString(), e.Text("owner"), e.Text("due"))).ToList();
        var title = log.FirstOrDefault(e => e.Type == "exercise")?.Text("title") ?? report.Id ?? "exercise";
        to.Write($"# Retro: {ReportMarkdown.Words(title)}\n\nOverall: **{report.Overall}**. RTO {report.Status.Rto}; RPO {report.Status.Rpo}.\n\n");
        to.Write("| dimension | verdict | why |\n|---|---|---|\n");
        foreach (var (name, d) in report.Dimensions) to.Write($"| {name} | {d.Verdict} | {Cell(d.Reason)} |\n");
        to.Write($"\nNext fix: {ReportMarkdown.Words(report.Status.NextFix)}\n");
        var earlier = report.Findings.Where(f => f.Kind == "counterfactual").ToList();
        if (earlier.Count > 0)
        {
            to.Write("\n## What would have changed a verdict\n\n");
            foreach (var finding in earlier) to.Write($"- {ReportMarkdown.Words(finding.Text)}\n");
        }

        var items = ActionItems.Of(report, recorded);
        to.Write("\n## Action items\n\n");
        if (items.Count == 0) to.Write("None follow from what was recorded.\n");
        else
        {
            to.Write("| # | what | from | owner | due |\n|---|---|---|---|---|\n");
            for (var i = 0; i < items.Count; i++)
                to.Write($"| {i + 1} | {Cell(items[i].Text)} | {Cell(items[i].From)} | {Cell(items[i].Owner ?? "to confirm")} | {Cell(items[i].Due ?? "to confirm")} |\n");
        }
    }

    private static string Cell(string text) => ReportMarkdown.Words(text).Replace("|", "\\|", StringComparison.Ordinal);
}

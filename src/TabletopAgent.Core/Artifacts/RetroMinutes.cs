using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>Minutes of the retro, ready to be confirmed: scorecard, what would have changed it, and action items.</summary>
internal static class RetroMinutes
{
    public static Document Of(Material m) => new($"Retro: {m.Title}",
    [
        Pieces.Cover(m),
        new Headline("Overall", m.Report.Overall),
        new Paragraph($"RTO {m.Report.Status.Rto}; RPO {m.Report.Status.Rpo}."),
        Pieces.Dimensions(m.Report),
        new Paragraph($"Next fix: {m.Report.Status.NextFix}"),
        .. Pieces.Section("What would have changed a verdict", [.. m.Report.Findings.Where(f => f.Kind == "counterfactual").Select(f => f.Text)]),
        .. Pieces.Improvements(ActionItems.Of(m), "Action items"),
    ]);
}

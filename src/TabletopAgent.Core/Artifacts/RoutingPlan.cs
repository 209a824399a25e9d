using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>The cloud operator's hand-over: where traffic and caches stood, each move with who approved it, and the way back.</summary>
internal static class RoutingPlan
{
    private static readonly string[] Areas = ["routing", "cache"];

    public static Document Of(Material m)
    {
        var moves = m.Of("change").Where(e => Areas.Contains(e.Text("area"))).ToList();
        var decisions = m.Of("decision").ToList();
        return new Document($"Routing plan: {m.Title}",
        [
            Pieces.Cover(m),
            new Heading("Where it started"),
            new Paragraph(m.Head?.Text("topology") is { } topology ? $"Topology: {topology}" : "The exercise line names no topology."),
            .. Pieces.Section("Moves, in order", ["no.", "time (UTC)", "area", "what", "from", "to", "approved by", "log"], [.. moves.Select((e, i) => new[]
            {
                Number(i), Material.Time(e), e.Text("area"), e.Text("what"), Material.Said(e, "before") ?? "not recorded", Material.Said(e, "after") ?? "not recorded", Approved(e, decisions), Material.Place(e),
            })]),
            .. Pieces.Section("Proof of effect", ["no.", "proof"], [.. moves.Select((e, i) => new[] { Number(i), e.Text("proof") ?? "no proof recorded" })]),
            .. Pieces.Section("The way back, last move first", ["no.", "what", "back to"],
                [.. moves.Select((e, i) => new[] { Number(i), e.Text("what"), Material.Said(e, "before") ?? "not recorded: find out before it is needed" }).Reverse()]),
            .. moves.Count == 0 ? [new Paragraph("No change of routing or cache is in the log.")] : Array.Empty<Part>(),
        ]);
    }

    /// <summary>The last decision up to the change.</summary>
    private static string Approved(Event change, List<Event> decisions) => decisions.LastOrDefault(d => d.At <= change.At) is { } d
        ? $"{d.Text("owner") ?? "no owner"} at {d.At!.Value.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} ({d.Text("runbook") ?? "no runbook"})" : "no decision before it";

    private static string Number(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);
}

using TabletopAgent.Exercises;

namespace TabletopAgent.Artifacts;

/// <summary>What happened, told line by line, in one of two ways: as the participants lived it, or with what only the facilitator knew.</summary>
internal static class Story
{
    public static readonly string[] Head = ["time (UTC)", "what", "who", "text"];

    public static IReadOnlyList<string?[]> Of(Material m, bool facilitator)
    {
        var host = m.Roles.GetValueOrDefault("facilitator");
        return [.. m.Events.Where(e => Told(e, facilitator, host)).Select(e => new[] { Material.Time(e), e.Type, e.Text("owner") ?? e.Text("by"), Text(e) })];
    }

    public static bool Released(Event e) => e.Type == "inject" && e.Text("state") is null or "released";

    /// <summary>A note of the facilitator's own; the program's notes have a kind.</summary>
    public static bool OfFacilitator(Event e, string? host) =>
        e.Type == "note" && e.Text("kind") is null && (e.Text("role") == "facilitator" || host is not null && e.Text("by") == host);

    private static bool Told(Event e, bool facilitator, string? host) => e.Type switch
    {
        "clock" or "symptom" or "milestone" or "decision" or "change" or "comms" or "role" => true,
        "inject" => facilitator || Released(e),
        "note" => e.Text("kind") is null && (facilitator || !OfFacilitator(e, host)),
        "check" => facilitator,
        _ => false,
    };

    private static string Text(Event e) => e.Type switch
    {
        "change" => $"{e.Text("area")}: {e.Text("what")}{Also(", before ", Material.Said(e, "before"))}{Also(", after ", Material.Said(e, "after"))}{Also("; proof: ", e.Text("proof"))}",
        "decision" => $"{e.Text("text")}{Also(" (runbook ", e.Text("runbook"), ")")}",
        "comms" => $"{Also("to ", e.Text("audience"), ": ")}{e.Text("text")}",
        "inject" when !Released(e) => $"inject {e.Text("card")} {e.Text("state")}{Also(": ", e.Text("text"))}",
        "check" => $"{e.Text("id")} {(e.Flag("held") == true ? "held" : "did not hold")}{Also(": ", Material.Said(e, "evidence"))}",
        _ => Sheet.Said(e),
    };

    private static string Also(string lead, string? text, string tail = "") => text is null ? "" : lead + text + tail;
}

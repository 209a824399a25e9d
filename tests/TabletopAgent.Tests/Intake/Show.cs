using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Intake;

/// <summary>What was read, as one line: what a reader of a table can take in.</summary>
internal static class Show
{
    public static string Events(IEnumerable<Event> events) => string.Join(" / ", events.Select(e => e.Type switch
    {
        "exercise" => "exercise " + string.Join(' ', e.Fields.Where(f => f.Key is "topology" or "index" or "title" or "tier").Select(f => $"{f.Key}={f.Value}")),
        "probe" => $"probe {Field(e, "probe_id")} {Field(e, "ΔS_q_r")} {Field(e, "coverage")} {Field(e, "λ_state")}".TrimEnd().Replace("  ", " ", StringComparison.Ordinal),
        _ => $"{e.Type} {e.Text("text")}",
    }));

    /// <summary>The line of each event.</summary>
    public static string Lines(IEnumerable<Event> events) => string.Join(' ', events.Select(e => e.Place.Line));

    public static string Codes(IEnumerable<Note> notes) => string.Join(' ', notes.Select(n => n.Code));

    private static string Field(Event e, string name) => e.Fields.TryGetValue(name, out var value) ? value.ToString() : "";
}

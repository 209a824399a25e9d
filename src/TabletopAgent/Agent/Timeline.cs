using System.Globalization;
using TabletopAgent.Exercises;

namespace TabletopAgent.Agent;

/// <summary>Events as lines for a reader who was not there. What is not yet released is not told.</summary>
internal static class Timeline
{
    private const int LongestText = 300;

    /// <summary>The latest events that fit, oldest first; what is left out is counted.</summary>
    public static string Of(IReadOnlyList<Event> events, int tokens)
    {
        var lines = new List<string>();
        var shown = events.Select(Line).OfType<string>().ToList();
        for (var i = shown.Count - 1; i >= 0; i--)
        {
            tokens -= Tokens.Of(shown[i]) + 1;
            if (tokens < 0) break;
            lines.Insert(0, shown[i]);
        }

        if (lines.Count < shown.Count) lines.Insert(0, $"({shown.Count - lines.Count} earlier events are left out)");
        return lines.Count == 0 ? "(nothing yet)" : string.Join('\n', lines);
    }

    /// <summary>One event on one line; null where it is not for everybody.</summary>
    public static string? Line(Event e)
    {
        var what = What(e);
        if (what is null) return null;
        var who = e.Text("by") is { } by ? $" {by}{(e.Text("role") is { } role && e.Type != "role" ? $" ({role})" : "")}" : "";
        var where = string.Join(' ', new[] { e.Service, e.Region }.OfType<string>());
        var at = e.At is { } t ? t.ToUniversalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture) + "Z " : "";
        return $"{Number(e)}{at}{e.Type}{who}{(where.Length > 0 ? $" [{where}]" : "")}: {Short(what)}";
    }

    private static string Number(Event e) => e.Seq is { } seq ? $"#{seq} " : "";

    private static string? What(Event e) => e.Type switch
    {
        // A card that is held or planned is the facilitator's; its text and its name would give it away.
        "inject" => e.Text("state") is null or "released" ? e.Text("text") : null,
        // Judged against the expected answer, which is for the facilitator.
        "check" or "vectors" or "link" or "exercise" or "probe" => null,
        "clock" => e.Text("state"),
        "role" => $"{e.Text("role")} is {e.Text("person")}",
        "milestone" => e.Text("what"),
        "change" => Join(("area", e.Text("area")), ("", e.Text("what")), ("before", Plain(e, "before")), ("after", Plain(e, "after")), ("proof", e.Text("proof"))),
        "decision" => Join(("", e.Text("text")), ("owner", e.Text("owner")), ("runbook", e.Text("runbook"))),
        "comms" => Join(("", e.Text("text")), ("audience", e.Text("audience"))),
        "correction" => Join(("of", Plain(e, "of")), ("why", e.Text("why"))),
        "symptom" or "note" or "action-item" => e.Text("text"),
        _ => Join([.. e.Fields.Keys.Where(k => k is not ("by" or "role" or "service" or "region" or "from")).Order(StringComparer.Ordinal).Select(k => (k, Plain(e, k)))]),
    };

    private static string? Plain(Event e, string field) => e.Fields.TryGetValue(field, out var value) ? e.Text(field) ?? value.GetRawText() : null;

    private static string Join(params (string Name, string? Value)[] parts) =>
        string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => p.Name.Length > 0 ? $"{p.Name} {p.Value}" : p.Value));

    private static string Short(string text)
    {
        var one = text.ReplaceLineEndings(" ").Trim();
        return one.Length <= LongestText ? one : $"{one[..(char.IsHighSurrogate(one[LongestText - 1]) ? LongestText - 1 : LongestText)]}…";
    }
}

using System.Globalization;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Play;

/// <summary>An entry of the log as everybody at the table may read it: one line, with no more than the log says.</summary>
internal static class Announcement
{
    /// <summary>The kind of a note that keeps a conversation: it is in the log, and no news to anybody.</summary>
    public const string Talk = "talk";

    /// <summary>One line for each entry, and one for all probes of a phase that were read together.</summary>
    public static IEnumerable<(Event Entry, string Line)> Of(IReadOnlyList<Event> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var first = entries[i];
            var last = i;
            while (first.Type == "probe" && last + 1 < entries.Count && entries[last + 1].Type == "probe" && entries[last + 1].Text("phase") == first.Text("phase")) last++;
            if (last > i) yield return (first, $"{first.Text("by")}: {last - i + 1} probes ({first.Text("phase")})");
            else if (Of(first) is { } line) yield return (first, line);
            i = last;
        }
    }

    /// <returns>The line; null where there is nothing to tell everybody, such as an inject that was held back.</returns>
    public static string? Of(Event e)
    {
        var by = e.Text("by") is { } person ? $"{person}: " : "";
        return e.Type switch
        {
            "exercise" => $"exercise {e.Text("id")}: {e.Text("title")}",
            "clock" => e.Text("state") switch { "start" => "the clock runs: minute 0", "pause" => "the clock is paused", "resume" => "the clock goes on", _ => "the exercise has ended" },
            "role" => $"{e.Text("person")} is {e.Text("role")}",
            "inject" => e.Text("state") is null or "released" ? $"INJECT: {e.Text("text")?.Replace('\n', ' ')}" : null,
            "note" => e.Text("kind") switch { Kind.Reminder => $"reminder: {e.Text("text")}", Talk => null, null => $"{by}{e.Text("text")}", _ => e.Text("text") },
            "symptom" => $"{by}symptom: {e.Text("text")}",
            "decision" => $"{by}decided: {e.Text("text")} (owner {e.Text("owner")}{Also(", runbook ", e.Text("runbook"))})",
            "change" => $"{by}{e.Text("area")}: {e.Text("what")}{Also("; before ", Said(e, "before"))}{Also("; after ", Said(e, "after"))}{Also("; proof ", e.Text("proof"))}",
            "comms" => $"{by}to {e.Text("audience")}: {e.Text("text")}{Also("; ", e.Text("state"))}",
            "milestone" => $"{by}{e.Text("what")}{Also(", ", e.Service)} (claimed)",
            "check" => $"{by}check {e.Text("id")} {(e.Flag("held") == true ? "held" : "did not hold")}: {Said(e, "evidence")}",
            "action-item" => $"{by}to do: {e.Text("text")}{Also("; owner ", e.Text("owner"))}{Also("; due ", e.Text("due"))}",
            "correction" => $"{by}corrects #{e.Number("of")?.ToString(CultureInfo.InvariantCulture)}: {Figures(e, "of", "why")}{Also("; ", e.Text("why"))}",
            "probe" => $"{by}probe {e.Text("probe_id")} ({e.Text("phase")})",
            "vectors" => null,
            _ => $"{by}{e.Type} {Figures(e)}",
        };
    }

    private static string Figures(Event e, params string[] but) =>
        string.Join(' ', e.Fields.Where(f => f.Key is not ("by" or "role") && !but.Contains(f.Key)).OrderBy(f => f.Key is "service" or "store" ? 0 : 1).Select(f => f.Key is "service" or "store" ? Said(e, f.Key) : $"{f.Key}={Said(e, f.Key)}"));

    private static string? Said(Event e, string field) => !e.Fields.TryGetValue(field, out var v) ? null : v.ValueKind == JsonValueKind.String ? Json.Text(v) : v.GetRawText();

    private static string Also(string lead, string? text) => text is null ? "" : lead + text;
}

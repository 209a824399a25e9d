using System.Globalization;
using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import;

/// <summary>Writes an incident as events of ours, each with the line it was read from.</summary>
internal static class Assembly
{
    private const int LongestText = 4000;

    public static IReadOnlyList<Event> Of(Draft draft, Stated stated, IReadOnlyList<Finding> findings)
    {
        var events = new List<Event> { Head(draft, stated, findings) };
        var cause = Causes.Of(draft);
        foreach (var passage in draft.Story)
            events.Add(At(draft, "symptom", null, passage.Line, false, ("text", Cut(passage.Text)), ("cause", cause is var (name, where) && ReferenceEquals(where, passage) ? name : null)));
        foreach (var check in draft.Checks) events.Add(At(draft, "check", null, check.Line, false, ("id", check.Id), ("held", check.Held), ("evidence", Cut(check.Evidence))));
        var timed = new List<Event>();
        foreach (var told in stated.Times.Values) timed.Add(At(draft, "milestone", told.Utc, told.Line, told.Approx, ("what", told.Mark.Word()), ("text", Cut(told.Said))));
        foreach (var entry in draft.Entries)
            if (entry.Text.Length > 0) timed.Add(Of(draft, entry, stated.Zone));
        events.AddRange(timed.OrderBy(e => e.At ?? DateTimeOffset.MaxValue).ThenBy(e => e.Place.Line));
        foreach (var action in draft.Actions)
            events.Add(At(draft, "action-item", null, action.Line, false, ("text", Cut(action.Text)), ("owner", action.Owner), ("due", action.Due), ("done", action.Done ? true : null)));
        return events;
    }

    private static Event Head(Draft draft, Stated stated, IReadOnlyList<Finding> findings) => new("exercise", null, draft.At(draft.Line), new Dictionary<string, JsonElement>
    {
        ["v"] = Json.Element(1),
        ["id"] = Json.Element(Id(draft)),
        ["title"] = Json.Element(Cut(draft.Title ?? Id(draft))),
        ["source"] = Json.Element(Fields(("file", draft.File), ("format", draft.Form), ("line", draft.Line))),
        ["stated"] = StatedJson.Of(stated),
        ["findings"] = Json.Element(findings.Select(f => Json.Element(Fields(("id", f.Id), ("kind", f.Kind), ("text", f.Text), ("evidence", f.Evidence.ToArray())))).Cast<object>().ToArray()),
    });

    private static Event Of(Draft draft, Entry entry, Zone zone)
    {
        // Under a heading that is only a time the words begin below it.
        var said = entry.Head.Length > 0 ? entry.Head : Cut(entry.Text, 400);
        var type = entry.Published ? "comms" : EntryWords.Decides(said) ? "decision" : EntryWords.Tells(said) ? "comms" : "note";
        DateTimeOffset? at = entry is { DayOnly: false, Stamp.Open: false, Local: { } local } ? zone.ToUtc(local) : null;
        return At(draft, type, at, entry.Line, entry.Stamp.Approx, ("text", Cut(entry.Text)), ("by", entry.By), ("reactions", entry.Reactions),
            ("day", entry.DayOnly && entry.Local is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null)) is var e && entry.File is { } file
            ? e with { Place = new Place(file, entry.Line), Fields = new Dictionary<string, JsonElement>(e.Fields) { ["from"] = Json.Element(Fields(("file", file), ("line", entry.Line))) } } : e;
    }

    private static Event At(Draft draft, string type, DateTimeOffset? at, int line, bool approx, params (string Name, object? Value)[] fields)
    {
        var e = Event.Of(type, draft.At(line), [.. fields, ("approx", approx ? true : null), ("from", Fields(("file", draft.File), ("line", line)))]);
        return e with { At = at };
    }

    private static Dictionary<string, JsonElement> Fields(params (string Name, object Value)[] fields) => fields.ToDictionary(f => f.Name, f => Json.Element(f.Value), StringComparer.Ordinal);

    private static string Id(Draft draft)
    {
        // It becomes a file name: letters, figures and what stands between them.
        var name = string.Concat(Path.GetFileNameWithoutExtension(draft.File).Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('.', '-');
        name = name.Length switch { 0 => "incident", > 80 => name[..80], _ => name };
        return draft.Line > 1 ? $"{name}-{draft.Line}" : name;
    }

    private static string Cut(string text, int most = LongestText)
    {
        text = text.Trim();
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }
}

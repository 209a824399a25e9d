using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>
/// Applies corrections to what they correct. Both lines stay in the log, and what is counted is the corrected one, at its own place and time:
/// a field that the correction names has its value, null takes it away, the others stay.
/// </summary>
internal static class Corrections
{
    /// <summary>Fields of the correction itself.</summary>
    private static readonly HashSet<string> Own = new(["of", "why", "by", "role", "approx", "from"], StringComparer.Ordinal);

    /// <param name="events">In the order of the exercise.</param>
    /// <param name="notes">Takes corrections of nothing, and values that do not fit the field they correct.</param>
    public static IReadOnlyList<Event> Apply(IReadOnlyList<Event> events, List<Note> notes)
    {
        var corrections = events.Where(e => e.Type == "correction").OrderBy(e => e.Seq ?? long.MaxValue).ToList();
        if (corrections.Count == 0) return events;

        var corrected = events.ToList();
        var places = new Dictionary<long, int>();
        for (var i = 0; i < corrected.Count; i++)
            if (corrected[i].Seq is { } seq) places.TryAdd(seq, i);
        foreach (var correction in corrections)
        {
            if (Target(correction, corrected, places) is { } at) corrected[at] = With(corrected[at], correction, notes);
            else notes.Add(TabletopAgent.Notes.CorrectsNothing(correction.Place, correction.Number("of")));
        }

        return corrected;
    }

    /// <summary>The line that is corrected in the end: a correction may correct one before it.</summary>
    private static int? Target(Event correction, List<Event> events, Dictionary<long, int> places)
    {
        while (correction.Number("of") is { } of && (correction.Seq is not { } own || of < own) && of % 1 == 0 && places.TryGetValue((long)of, out var at))
        {
            if (events[at].Type != "correction") return at;
            correction = events[at];
        }

        return null;
    }

    /// <summary>Read as fields of the line that is corrected, so that spellings are bent and values checked as there.</summary>
    private static Event With(Event target, Event correction, List<Note> notes)
    {
        var fields = new Dictionary<string, JsonElement>(target.Fields, StringComparer.Ordinal);
        var said = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in correction.Fields)
        {
            if (Own.Contains(name)) continue;
            if (value.ValueKind == JsonValueKind.Null) fields.Remove(EventCatalog.Canonical(target.Type, name));
            else said[name] = value;
        }

        var own = new List<Note>();
        var read = EventReader.Read(Json.Element(said), correction.Place, own, target.Type);
        // It names some fields only; those that it leaves out stand in the line itself.
        notes.AddRange(own.Where(n => n.Code != "TT107"));
        foreach (var (name, value) in read?.Fields ?? target.Fields) fields[name] = value;
        return target with { Fields = fields };
    }
}

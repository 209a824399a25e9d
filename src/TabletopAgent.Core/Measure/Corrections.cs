using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>
/// Corrections by the number of the line they are of. Nothing in a log is edited: the corrected fields are laid over the line when it is
/// read, the latest last, whether the line or its correction arrives first.
/// </summary>
internal sealed class Corrections
{
    /// <summary>Fields of the correction that are its own.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "of", "why", "by", "role", "approx", "from" };

    private readonly Dictionary<long, List<Event>> _byLine = [];

    private readonly List<Note> _misfits = [];

    private long _last;

    /// <summary>Corrections of lines that are not in the log, and values that do not fit the field they correct.</summary>
    public IEnumerable<Note> Notes => _misfits.Concat(_byLine.Where(c => c.Key < 1 || c.Key > _last).OrderBy(c => c.Key).Select(c => TabletopAgent.Notes.NothingToCorrect(c.Value[0].Place, c.Key)));

    /// <returns>The number of the line; null where the correction names none.</returns>
    public long? Add(Event correction)
    {
        if (correction.Number("of") is not { } number || number != Math.Floor(number) || Math.Abs(number) > 1e15) return null;
        var of = (long)number;
        if (!_byLine.TryGetValue(of, out var list)) _byLine[of] = list = [];
        list.Add(correction);
        _byLine[of] = Entries.Sorted(list);
        return of;
    }

    /// <summary>The event as corrected; itself where nothing corrects it. What is applied again after an earlier one comes to the same.</summary>
    public Event Apply(Event e)
    {
        if (e.Seq is not { } seq) return e;
        _last = Math.Max(_last, seq);
        if (_byLine.Count == 0 || e.Type == "correction" || !_byLine.TryGetValue(seq, out var list)) return e;
        foreach (var correction in list) e = With(e, correction);
        return e;
    }

    /// <summary>Read as fields of the line that is corrected, so that spellings are bent and values checked as there; null takes a field away.</summary>
    private Event With(Event e, Event correction)
    {
        var fields = new Dictionary<string, JsonElement>(e.Fields, StringComparer.Ordinal);
        var said = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in correction.Fields)
        {
            if (Own.Contains(name)) continue;
            if (value.ValueKind == JsonValueKind.Null) fields.Remove(EventCatalog.Canonical(e.Type, name));
            else said[name] = value;
        }

        var notes = new List<Note>();
        var read = EventReader.Read(Json.Element(said), correction.Place, notes, e.Type);
        // It names some fields only; those that it leaves out stand in the line itself.
        foreach (var note in notes)
            if (note.Code != "TT107" && !_misfits.Contains(note)) _misfits.Add(note);
        foreach (var (name, value) in read?.Fields ?? e.Fields) fields[name] = value;
        return e with { Fields = fields };
    }
}

namespace TabletopAgent.Exercises;

/// <summary>Notes on a file, a few of each code and the rest counted, one of a code for a line.</summary>
internal sealed class Findings(string file)
{
    private readonly Dictionary<string, (int Count, HashSet<int> Lines)> _codes = new(StringComparer.Ordinal);
    private readonly List<Note> _notes = [];

    public void Add(Note note)
    {
        var (count, lines) = _codes.GetValueOrDefault(note.Code, (0, []));
        if (lines.Contains(note.Place.Line)) return;
        if (count < EventLog.Listed)
        {
            _notes.Add(note);
            lines.Add(note.Place.Line);
        }

        _codes[note.Code] = (count + 1, lines);
    }

    public IReadOnlyList<Note> ByLine() =>
    [
        .. _notes.OrderBy(n => n.Place.Line),
        .. _codes.Where(c => c.Value.Count > EventLog.Listed).Select(c => Notes.Repeated(new Place(file), c.Key, c.Value.Count - EventLog.Listed)),
    ];
}

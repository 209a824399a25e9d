namespace TabletopAgent.Exercises;

/// <summary>Notes on one file: a few of each code are listed, the rest is counted, for a file may be nothing but faults.</summary>
internal sealed class Findings(string file, List<Note> notes)
{
    private const int Listed = 20;

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    public bool Any => _codes.Count > 0;

    public void Add(Note note)
    {
        var count = _codes[note.Code] = _codes.GetValueOrDefault(note.Code) + 1;
        if (count <= Listed) notes.Add(note);
    }

    public void End()
    {
        foreach (var (code, count) in _codes)
            if (count > Listed) notes.Add(Notes.Repeated(new Place(file), code, count - Listed));
    }
}

namespace TabletopAgent.Exercises;

/// <summary>Reads an event log line by line. Bad lines are notes; the rest is read. Memory does not grow with the log, nor with its faults.</summary>
internal static class EventLog
{
    /// <summary>How many notes of one code a log may give; the rest is counted.</summary>
    private const int Listed = 20;

    /// <param name="reader">The log; it is read as the events are taken.</param>
    /// <param name="file">Its name, for places.</param>
    /// <param name="notes">Takes what is wrong with it, complete once the last event was taken.</param>
    public static IEnumerable<Event> Read(TextReader reader, string file, List<Note> notes)
    {
        var lines = new LineReader(reader);
        var check = new Check(file, notes);
        var found = new List<Note>();
        while (lines.Next() is { } line)
        {
            var place = new Place(file, lines.Number);
            if (lines.Number == 1) line = line.TrimStart('\uFEFF');
            if (string.IsNullOrWhiteSpace(line)) continue;
            var e = lines.TooLong ? null : EventReader.Read(line, place, found);
            if (lines.TooLong) found.Add(Notes.CutInside(place, LineReader.Cap));
            else if (e is null && !lines.Ended && found is [{ Code: "TT101" }]) found[0] = Notes.TornTail(place);
            if (e is not null) check.Take(e, found);
            foreach (var note in found) check.Note(note);
            found.Clear();
            if (e is not null) yield return e;
        }

        check.End();
    }

    /// <summary>What can only be seen over several lines: the first one, the numbering, and how often a fault came.</summary>
    private sealed class Check(string file, List<Note> notes)
    {
        private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
        private bool _any;
        private bool _unchained;
        private long _last;

        public void Take(Event e, List<Note> found)
        {
            if (!_any && e.Type != "exercise") found.Add(Notes.NoExercise(e.Place));
            _any = true;
            if (e.Seq is null || e.Prev is null)
            {
                if (!_unchained) found.Add(Notes.NotChained(e.Place));
                _unchained = true;
            }

            if (e.Seq is not { } seq) return;
            if (seq <= _last) found.Add(Notes.SeqRepeated(e.Place, seq, _last));
            else if (seq > _last + 1 && _last > 0) found.Add(Notes.SeqGap(e.Place, seq, _last));
            _last = Math.Max(_last, seq);
        }

        public void Note(Note note)
        {
            var count = _codes[note.Code] = _codes.GetValueOrDefault(note.Code) + 1;
            if (count <= Listed) notes.Add(note);
        }

        public void End()
        {
            foreach (var (code, count) in _codes)
                if (count > Listed) notes.Add(Notes.Repeated(new Place(file), code, count - Listed));
            if (!_any && _codes.Count == 0) notes.Add(Notes.Empty(new Place(file)));
        }
    }
}

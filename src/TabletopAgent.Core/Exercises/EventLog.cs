using System.Text;

namespace TabletopAgent.Exercises;

/// <summary>Reads an event log line by line. Bad lines are notes; the rest is read. Memory does not grow with the log, nor with its faults.</summary>
internal static class EventLog
{
    /// <param name="log">The log, as UTF-8 or with a byte order mark; it is read as the events are taken.</param>
    /// <param name="file">Its name, for places.</param>
    /// <param name="notes">Takes what is wrong with it, complete once the last event was taken.</param>
    /// <param name="chain">Takes every line as it stands, where somebody asks whether the log was altered.</param>
    public static IEnumerable<Event> Read(Stream log, string file, List<Note> notes, ChainCheck? chain = null)
    {
        var (lines, parser) = (new LineReader(Utf8(log)), new LineParser());
        var (findings, found) = (new Findings(file, notes), new List<Note>());
        var check = new Check();
        while (Next(lines, parser, file, found, chain, out var e))
        {
            if (e is not null) check.Take(e, found);
            foreach (var note in found) findings.Add(note);
            found.Clear();
            if (e is not null) yield return e;
        }

        findings.End();
        if (!check.Any && !findings.Any) notes.Add(Notes.Empty(new Place(file)));
    }

    /// <summary>A text that was read already.</summary>
    public static IEnumerable<Event> Read(string log, string file, List<Note> notes) => Read(new MemoryStream(Encoding.UTF8.GetBytes(log)), file, notes);

    private static bool Next(LineReader lines, LineParser parser, string file, List<Note> found, ChainCheck? chain, out Event? e)
    {
        e = null;
        if (!lines.Next(out var line)) return false;
        var place = new Place(file, lines.Number);
        var text = lines.Number == 1 && line.StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line;
        var blank = Blank(text);
        if (lines.TooLong) found.Add(Notes.CutInside(place, LineReader.Cap));
        else if (!blank)
        {
            e = parser.Read(text, place) ?? EventReader.Read(text, place, found);
            if (e is null && !lines.Ended && found is [{ Code: "TT101" }]) found[0] = Notes.TornTail(place);
        }

        chain?.Take(line, e, place, lines.Ended, lines.Returned, blank);
        return true;
    }

    /// <summary>What PowerShell redirects is UTF-16, and says so in its first two bytes.</summary>
    private static Stream Utf8(Stream log)
    {
        if (!log.CanSeek) return log;
        var start = log.Position;
        Span<byte> mark = stackalloc byte[2];
        var read = log.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        log.Position = start;
        if (read < 2 || mark is not ([0xFF, 0xFE] or [0xFE, 0xFF])) return log;
        return Encoding.CreateTranscodingStream(log, mark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, new UTF8Encoding(false), leaveOpen: true);
    }

    private static bool Blank(ReadOnlySpan<byte> line)
    {
        var text = line.Trim(" \t"u8);
        return text.IsEmpty || text[0] != '{' && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(text));
    }

    /// <summary>What can only be seen over several lines: the first one, and the numbering.</summary>
    private sealed class Check
    {
        private bool _unchained;
        private long _last;

        public bool Any { get; private set; }

        public void Take(Event e, List<Note> found)
        {
            if (!Any && e.Type != "exercise") found.Add(Notes.NoExercise(e.Place));
            Any = true;
            if (!e.Chained)
            {
                if (!_unchained) found.Add(Notes.NotChained(e.Place));
                _unchained = true;
            }

            if (e.Seq is not { } seq) return;
            if (seq <= _last) found.Add(Notes.SeqRepeated(e.Place, seq, _last));
            else if (seq > _last + 1 && _last > 0) found.Add(Notes.SeqGap(e.Place, seq, _last));
            _last = Math.Max(_last, seq);
        }
    }
}

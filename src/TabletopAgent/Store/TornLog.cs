using Microsoft.Win32.SafeHandles;
using TabletopAgent.Exercises;

namespace TabletopAgent.Store;

/// <summary>Where the next line goes.</summary>
/// <param name="Length">Bytes of the log.</param>
/// <param name="Lines">Lines of the log, blank ones too.</param>
/// <param name="Seq">The number of its last event.</param>
/// <param name="Root">The hash of its last event's line.</param>
/// <param name="At">The time of its last event that has one.</param>
internal sealed record Tail(long Length, int Lines, long Seq, string Root, DateTimeOffset? At);

/// <summary>A log as a crash may have left it: its last line can break off, and then nobody was told that it was written.</summary>
internal static class TornLog
{
    /// <summary>Reads a log that another process writes; a line it is just writing is no fault.</summary>
    public static (IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes) Read(string file, string name)
    {
        var notes = new List<Note>();
        var events = Events(file, name, notes, null);
        return (events, notes);
    }

    /// <param name="notes">Takes what is wrong with the log, and what was mended.</param>
    /// <returns>What the log holds and where it goes on; no tail where this program did not write it.</returns>
    public static (IReadOnlyList<Event> Events, Tail? Tail) Mend(SafeFileHandle log, string file, string name, List<Note> notes)
    {
        var chain = new ChainCheck(name);
        var events = Events(file, name, notes, chain);
        if (chain.Chained == 0 && (chain.Lines > 1 || chain.Lines == 1 && !chain.Torn))
        {
            notes.Add(Notes.CannotContinue(new Place(name)));
            return (events, null);
        }

        // What is said of the end is mended here, and nobody noted the root of a log that goes on.
        notes.AddRange(chain.End().Where(n => n.Code is not ("TT607" or "TT609") && !(chain.Torn && n.Place.Line == chain.Lines)));
        var length = RandomAccess.GetLength(log);
        if (chain.Torn) length = PutAside(log, file, new Place(name, chain.Lines), notes);
        else if (chain.Unended)
        {
            RandomAccess.Write(log, "\n"u8, length++);
            RandomAccess.FlushToDisk(log);
            notes.Add(Notes.BreakAdded(new Place(name, chain.Lines)));
        }

        return (events, new Tail(length, chain.Lines - (chain.Torn ? 1 : 0), chain.Seq, chain.Root, chain.At));
    }

    private static List<Event> Events(string file, string name, List<Note> notes, ChainCheck? chain)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var found = new List<Note>();
        List<Event> events = [.. EventLog.Read(stream, name, found, chain)];
        // Of a live log, the torn line is spoken of elsewhere, nobody wonders that a new one is empty, and of its numbering the chain says more.
        notes.AddRange(found.Where(n => n.Code is not ("TT006" or "TT110" or "TT111" or "TT112" or "TT113")));
        return events;
    }

    /// <summary>Moves the bytes behind the last line break into a file beside the log. They are safe there before they go here.</summary>
    /// <returns>The length of the log without them.</returns>
    private static long PutAside(SafeFileHandle log, string file, Place place, List<Note> notes)
    {
        var whole = EndOfLastLine(log);
        var aside = file + ".torn";
        using (var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        using (var to = new FileStream(aside, FileMode.Append, FileAccess.Write))
        {
            notes.Add(Notes.TornAside(place, from.Length - whole, Path.GetFileName(aside)));
            from.Position = whole;
            from.CopyTo(to);
            to.WriteByte((byte)'\n');
            to.Flush(flushToDisk: true);
        }

        Disk.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(aside))!);
        RandomAccess.SetLength(log, whole);
        RandomAccess.FlushToDisk(log);
        return whole;
    }

    private static long EndOfLastLine(SafeFileHandle log)
    {
        var block = new byte[64 * 1024];
        for (var end = RandomAccess.GetLength(log); end > 0;)
        {
            var start = Math.Max(0, end - block.Length);
            var read = RandomAccess.Read(log, block.AsSpan(0, (int)(end - start)), start);
            var stop = block.AsSpan(0, read).LastIndexOf((byte)'\n');
            if (stop >= 0) return start + stop + 1;
            end = start;
        }

        return 0;
    }
}

using System.Text;
using System.Text.Json;
using TabletopAgent.Grade;

namespace TabletopAgent.Batch;

/// <summary>
/// What a run has found out so far, on disk after each file, so that a run that was stopped or killed goes on where it was. Files are graded
/// in one order, so what is known is a beginning; from the first file that is new or was changed everything is graded anew.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly List<GradeLine> _known = [];

    /// <summary>Where each known line ends in the journal.</summary>
    private readonly List<long> _ends = [];

    private readonly FileStream _journal, _reports;
    private int _asked, _taken;
    private bool _broken;

    private readonly string? _notesBy;

    private Journal(FileStream journal, FileStream reports, string? notesBy) => (_journal, _reports, _notesBy) = (journal, reports, notesBy);

    /// <param name="resume">False begins anew.</param>
    /// <param name="notesBy">With what notes are written; a grade with others, or without, is not the same.</param>
    /// <param name="notes">Takes what of an earlier run cannot be read.</param>
    public static Journal Open(string folder, bool resume, string? notesBy, List<Note> notes)
    {
        Directory.CreateDirectory(folder);
        var mode = resume ? FileMode.OpenOrCreate : FileMode.Create;
        var journal = new Journal(Opened("journal.jsonl"), Opened("grades.jsonl"), notesBy);
        journal.Read(notes);
        return journal;

        FileStream Opened(string name) => new(Path.Combine(folder, name), mode, FileAccess.ReadWrite, FileShare.Read, 1);
    }

    /// <returns>What the earlier run found out about this file, if it comes at the same place and has the same bytes.</returns>
    public GradedFile? Known(Source source)
    {
        if (_broken || _asked == _known.Count) return null;
        var line = _known[_asked];
        if (line.File != source.Name || line.NotesBy != _notesBy || !Same(line, source))
        {
            _broken = true;
            return null;
        }

        _asked++;
        return new GradedFile(line.File, line.Size, line.Sha256, line.Grades, [], line.Refused is { } why ? new Note(why.Code, Severity.Error, why.Text, new Place(line.File, why.Line)) : null);
    }

    public void Take(GradedFile file, bool known)
    {
        if (known)
        {
            _taken++;
            return;
        }

        if (_taken >= 0) Cut();
        foreach (var report in file.Reports) _reports.Write(Encoding.UTF8.GetBytes(report + "\n"));
        var line = new GradeLine(file.Name, file.Size, file.Sha256, file.Grades, file.Refused is { } why ? new Refusal(why.Code, why.Text, why.Place.Line) : null, _reports.Position) { NotesBy = _notesBy };
        _journal.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, GradeContext.Plain.GradeLine), (byte)'\n']);
    }

    /// <summary>Leaves nothing behind of files that are no longer there.</summary>
    public void End()
    {
        if (_taken >= 0) Cut();
    }

    public void Dispose()
    {
        _journal.Dispose();
        _reports.Dispose();
    }

    private void Cut()
    {
        Shorten(_journal, _taken > 0 ? _ends[_taken - 1] : 0);
        Shorten(_reports, _taken > 0 ? _known[_taken - 1].End : 0);
        _taken = -1;
    }

    private static void Shorten(FileStream file, long length)
    {
        file.SetLength(length);
        file.Position = length;
    }

    /// <summary>Up to the first line that is torn: one without its end was still being written.</summary>
    private void Read(List<Note> notes)
    {
        using var line = new MemoryStream();
        using var bytes = new FileStream(_journal.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        for (int next; (next = bytes.ReadByte()) >= 0;)
        {
            if (next != '\n')
            {
                line.WriteByte((byte)next);
                continue;
            }

            if (Parsed(line.GetBuffer().AsSpan(0, (int)line.Length)) is not { } known || known.End > _reports.Length) break;
            _known.Add(known);
            _ends.Add((_ends.Count > 0 ? _ends[^1] : 0) + line.Length + 1);
            line.SetLength(0);
        }

        if (line.Length > 0) notes.Add(Notes.JournalUnreadable(new Place(_journal.Name, _known.Count + 1)));
    }

    private static GradeLine? Parsed(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, GradeContext.Plain.GradeLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Same(GradeLine line, Source source) => Fingerprint.Of(source) == new Fingerprint(line.Size, line.Sha256);
}

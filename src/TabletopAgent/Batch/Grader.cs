using System.IO.Compression;
using TabletopAgent.Agent.Retro;
using TabletopAgent.Embedders;
using TabletopAgent.Exercises;
using TabletopAgent.Grade;
using TabletopAgent.Import;
using TabletopAgent.Intake;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Batch;

/// <summary>Grades one file: the same way a live exercise takes, event by event, so that a log of any length costs no more memory than its verdicts.</summary>
/// <param name="outside">Hears the texts of probes; null: the built-in embedder does.</param>
/// <param name="reports">Whether the reports themselves are wanted, beside the grades.</param>
/// <param name="retro">Writes notes; null: nobody does.</param>
internal sealed class Grader(KnowledgeBase knowledge, Targets targets, Outside? outside, string? zone, bool reports, RetroNotes? retro)
{
    /// <exception cref="OperationCanceledException">It was stopped while a note was waited for: nothing is known of this file.</exception>
    public GradedFile Grade(Source source, CancellationToken stop)
    {
        try
        {
            if (source.Refused is { } refused) throw new RefusedException(refused);
            using var file = new Metered(source.Open!());
            using var plain = Unpacked(source, file);
            IReadOnlyList<(Graded Grade, string? Report)> graded = source.IsLog ? [Log(source.Name, plain, stop)] : Document(source, plain, stop);
            var hash = file.Finish();
            return new GradedFile(source.Name, file.Count, hash, [.. graded.Select(g => g.Grade)], [.. graded.Select(g => g.Report).OfType<string>()], null);
        }
        catch (RefusedException e)
        {
            return GradedFile.No(source, e.Note);
        }
        catch (Exception e) when (e is InvalidDataException or ZstdSharp.ZstdException)
        {
            return GradedFile.No(source, Notes.Damaged(new Place(source.Name), InputFile.Why(e)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return GradedFile.No(source, Notes.CannotOpen(new Place(source.Name), InputFile.Why(e)));
        }
    }

    private static Stream Unpacked(Source source, Metered file) => source.Packed switch
    {
        "gz" => new Fused(new GZipStream(file, CompressionMode.Decompress), () => file.Count, source.Name),
        "zst" => new Fused(new ZstdSharp.DecompressionStream(file), () => file.Count, source.Name),
        _ => file,
    };

    private (Graded, string?) Log(string name, Stream log, CancellationToken stop)
    {
        var notes = new List<Note>();
        return Run(name, null, "event log", EventLog.Read(log, name, notes), notes, stop);
    }

    private List<(Graded, string?)> Document(Source source, Stream document, CancellationToken stop)
    {
        var notes = new List<Note>();
        var options = new ImportOptions(zone);
        var incidents = source.Days is { } days ? Channel(source, days, options, notes) : Importer.Read(source.Name, document, options, notes);
        if (incidents.Count == 0) throw new RefusedException(notes.Find(n => n.Severity == Severity.Error) ?? Notes.NothingToImport(new Place(source.Name)));
        return [.. incidents.Select((i, n) => Run(source.Name, i.Line > 1 ? i.Line : null, i.Format, i.Events, [.. n == 0 ? notes : [], .. i.Notes], stop))];
    }

    /// <summary>The days of a channel are one incident; users.json beside the channels names the people.</summary>
    private static IReadOnlyList<Imported> Channel(Source source, IReadOnlyList<string> days, ImportOptions options, List<Note> notes)
    {
        var users = Path.Combine(Path.GetDirectoryName(source.Name)!, Importer.UsersFile);
        options = options with { Users = Importer.Users(users, File.ReadAllText(users), notes) };
        return Importer.ReadChannel(source.Name, days.Select(d => (d, File.ReadAllText(d))), options, notes) is { } incident ? [incident] : [];
    }

    /// <summary>A whole report is made where somebody reads it: whoever asked for reports, or a model that notes on them.</summary>
    private bool Whole => reports || retro is not null;

    private (Graded, string?) Run(string name, int? line, string format, IEnumerable<Event> events, List<Note> notes, CancellationToken stop)
    {
        var exercise = new LiveExercise(() => knowledge, targets, Whole);
        Event? head = null;
        DateTimeOffset? first = null;
        var count = 0L;
        // Who holds a role, at the end: the code says so where a note has it otherwise.
        var roles = new SortedDictionary<string, Event>(StringComparer.Ordinal);
        var texts = outside is null ? null : new ProbeTexts();
        foreach (var e in events)
        {
            texts?.Add(e);
            if (head is null && e.Type == "exercise") head = e;
            if (e.Type == "role" && e.Text("role") is { } role && EventCatalog.Roles.Contains(role)) roles[role] = e;
            if (e.At is { } at && !(first <= at)) first = at;
            exercise.Add(e);
            count++;
        }

        if (count == 0) throw new RefusedException(notes.Find(n => n.Severity == Severity.Error) ?? Notes.NoEvents(new Place(name)));
        if (texts is { Wanted: { Count: > 0 } wanted })
            foreach (var vector in outside!.Events(wanted, notes)) exercise.Add(vector);
        var judged = exercise.Judgement(notes);
        var report = Whole ? exercise.Report(judged) : null;
        report = report is null ? null : report with { Source = report.Source ?? new SourceReport(name, format, 1) };
        if (report is not null && retro?.Of(report, [.. head is null ? [] : new[] { head }, .. roles.Values], stop) is { } note) report = report with { ModelNote = note };
        var cover = new Cover(head?.Text("title"), head?.Text("team"), head?.Text("tier"), first is { } day ? $"{day.UtcDateTime:yyyy-MM-dd}" : null, count);
        return (Graded.Of(judged, name, line, format, cover) with { ModelNote = report?.ModelNote }, reports ? JsonText.Of(report!, ReportContext.Plain.Report, Json.Compact) : null);
    }
}

/// <summary>What became of one file. Several grades where a document tells of several incidents, none where it was refused.</summary>
/// <param name="Reports">One line of JSON each.</param>
internal sealed record GradedFile(string Name, long Size, string Sha256, IReadOnlyList<Graded> Grades, IReadOnlyList<string> Reports, Note? Refused)
{
    public static GradedFile No(Source source, Note why)
    {
        var (size, hash) = Fingerprint.Of(source);
        return new GradedFile(source.Name, size, hash, [], [], why);
    }
}

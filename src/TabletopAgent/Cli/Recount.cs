using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>
/// The report of a log recomputed while it is read, twice over, and once more as a report names its log that lies beside it. Nothing is kept
/// but what each of them keeps.
/// </summary>
internal sealed class Recount
{
    private const string StoredName = "report.json";
    private readonly LiveExercise _first, _again, _beside;

    public Recount(string file, KnowledgeBase knowledge, Settings settings)
    {
        (File, Knowledge, Settings) = (file, knowledge, settings);
        (_first, _again, _beside) = (Live(), Live(), Live());
        var stored = Path.Combine(Path.GetDirectoryName(file) ?? "", StoredName);
        Stored = System.IO.File.Exists(stored) ? stored : null;

        LiveExercise Live() => new(() => knowledge, settings.Targets);
    }

    public string File { get; }
    public KnowledgeBase Knowledge { get; }
    public Settings Settings { get; }

    /// <summary>The report found beside the log; null where there is none.</summary>
    public string? Stored { get; }

    public int Events { get; private set; }

    /// <summary>The first line that opens an exercise.</summary>
    public Event? Head { get; private set; }

    public void Add(Event e)
    {
        Events++;
        if (e.Type == "exercise") Head ??= e.Alone();
        _first.Add(e);
        _again.Add(e);
        if (Stored is not null) _beside.Add(e with { Place = e.Place with { File = Name } });
    }

    /// <param name="read">What reading the log had to say.</param>
    public (string Json, Report Report) Once(IReadOnlyList<Note> read)
    {
        var report = _first.Report([.. Settings.Notes, .. read]);
        return (ReportJson.Of(report), report);
    }

    public string Again(IReadOnlyList<Note> read) => ReportJson.Of(_again.Report([.. Settings.Notes, .. read]));

    /// <summary>A report that lies beside its log names it without the folder.</summary>
    public string Beside(IReadOnlyList<Note> read) => ReportJson.Of(_beside.Report([.. Settings.Notes, .. read.Select(n => n with { Place = n.Place with { File = Name } })]));

    private string Name => Path.GetFileName(File);
}

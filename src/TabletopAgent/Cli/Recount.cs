using TabletopAgent.Embedders;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
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

    private readonly ProbeTexts _texts = new();
    private readonly List<Event> _vectors = [];

    /// <param name="outside">Hears the texts that the log has no vectors of; null: the built-in embedder does.</param>
    public Recount(string file, KnowledgeBase knowledge, Settings settings, Outside? outside)
    {
        (File, Knowledge, Settings, Outside) = (file, knowledge, settings, outside);
        (_first, _again, _beside) = (Live(), Live(), Live());
        var stored = Path.Combine(Path.GetDirectoryName(file) ?? "", StoredName);
        Stored = System.IO.File.Exists(stored) ? stored : null;

        LiveExercise Live() => new(() => knowledge, settings.Targets);
    }

    public string File { get; }
    public KnowledgeBase Knowledge { get; }
    public Settings Settings { get; }
    public Outside? Outside { get; }

    /// <summary>The report found beside the log; null where there is none.</summary>
    public string? Stored { get; }

    public int Events { get; private set; }

    /// <summary>The first line that opens an exercise.</summary>
    public Event? Head { get; private set; }

    public void Add(Event e)
    {
        Events++;
        if (e.Type == "exercise") Head ??= e.Alone();
        if (e.Type == "vectors") _vectors.Add(e.Alone());
        _texts.Add(e);
        Each(e);
    }

    /// <summary>At the end of the log: what the outside embedder hears goes into each count.</summary>
    public void Hear(List<Note> notes)
    {
        if (Outside is null) return;
        foreach (var e in Outside.Events(_texts.Wanted, notes)) Each(e);
    }

    /// <summary>Such vectors are compared with nobody's: they count as they stand.</summary>
    public bool HasVectorsOf(string? model) => Vectors.Of(_vectors, []).Has(model);

    private void Each(Event e)
    {
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

using TabletopAgent.Diagnose;
using TabletopAgent.Embedders;
using TabletopAgent.Embedding;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Cli;

/// <summary>Everything a person gave a verb to read, unread.</summary>
/// <param name="In">What is piped in, where it is to be read; null where not.</param>
internal sealed record Given(
    IReadOnlyList<string> Symptoms, string? Topology, IReadOnlyList<string> Index, string? Probes, string? Log, IReadOnlyList<string> Files, Func<Stream>? In)
{
    public static Given Of(IReadOnlyList<string> files) => new([], null, [], null, null, files, null);

    public bool Nothing => Symptoms.Count == 0 && Topology is null && Index.Count == 0 && Probes is null && Log is null && Files.Count == 0 && In is null;
}

/// <summary>A page that a search found.</summary>
internal sealed record Hit(Page Page, double Score);

/// <summary>Where the verbs meet the rooms: the only place of the command line that knows what a room's entry is called.</summary>
internal static class Wiring
{
    public static (IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes) ReadInputs(Given given) => InputFiles.ReadAsync(given).GetAwaiter().GetResult();

    /// <summary>Whether all that is named are documents of forms that others write.</summary>
    public static bool Foreign(IReadOnlyList<string> named) => named.Count > 0 && named.All(ImportFiles.Foreign);

    public static bool KnowsZone(string zone) => Import.Times.Zones.Find(zone) is not null;

    private static Task<KnowledgeBase>? s_expected;

    /// <summary>Begins to load the shipped knowledge while the command line is still being understood: it takes longest to come.</summary>
    public static void Expect(string[] args)
    {
        if (args is ["diagnose", ..] && !Array.Exists(args, a => a.StartsWith("--knowledge", StringComparison.Ordinal) || a is "-h" or "-?" or "--help"))
            s_expected = Task.Run(() => KnowledgeBase.Load(Shipped, [], Cache()));
    }

    public static KnowledgeBase LoadKnowledge(IReadOnlyList<string> folders) =>
        folders.Count == 0 && s_expected is { } expected ? expected.GetAwaiter().GetResult() : KnowledgeBase.Load(Shipped, folders, Cache());

    /// <returns>The file; null where it cannot be written.</returns>
    public static string? Learn() => KnowledgeBase.Learn(Shipped);

    public static Prediction Predict(string text, Place place, KnowledgeBase knowledge, Targets targets) => Prediction.Of(text, place, knowledge, targets);

    /// <param name="after">The second file; null: one log holds both phases.</param>
    public static BoardReport Board(
        (IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes) before, (IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes)? after, Targets targets)
    {
        var board = after is var (events, _) ? ProbeBoard.Of(before.Events, events, targets) : ProbeBoard.Of(before.Events, targets);
        return Render.Board.Of(board, targets, [.. before.Notes.Concat(after?.Notes ?? []).Concat(board.Notes).Select(Inputs.Report)]);
    }

    /// <returns>Null, and a note that says so, where there are too few probes.</returns>
    public static (CalibrationReport? Calibration, IReadOnlyList<Note> Notes) Calibrate(IReadOnlyList<Event> events, Targets targets)
    {
        var board = ProbeBoard.Of(events, targets);
        return board.Calibration is { } known ? (known, []) : (null, [Notes.TooFewToCalibrate(events[0].Place with { Line = 0 }, targets.CalibrateProbes)]);
    }

    /// <summary>The scenarios and cards of the last folder that has any, else the shipped ones.</summary>
    public static Shelf Shelf(IReadOnlyList<string> folders, List<Note> notes) =>
        Knowledge.Shelf.Read(folders.LastOrDefault(f => Directory.Exists(Path.Combine(f, "scenarios"))) ?? Shipped, notes);

    public static Phrases Phrases(List<Note> notes) => Knowledge.Phrases.Read(Shipped, notes);

    /// <summary>The session of a log: of its scenario where the shelf has that, else of none.</summary>
    public static Play.Session Session(IReadOnlyList<Event> log, IReadOnlyList<string> folders, Targets targets, Func<Report> judge, Func<KnowledgeBase> knowledge)
    {
        var notes = new List<Note>();
        var shelf = Shelf(folders, notes);
        var plan = log.FirstOrDefault(e => e.Type == "exercise")?.Text("scenario") is { } id && shelf.Find(id) is { } scenario
            ? Play.Plan.Of(scenario, shelf, notes) : Play.Plan.Without(log, shelf.Template);
        return new Play.Session(plan, targets, _ => judge(), file => ReadInputs(Given.Of([]) with { Probes = file }), () => knowledge().Pages.Select(p => p.Id));
    }

    public static Health Lint(IReadOnlyList<string> folders, Targets targets) => Knowledge.Lint.Of(Shipped, folders, targets);

    /// <summary>What is doubtful in the probes and indexes themselves, beyond their form.</summary>
    public static IReadOnlyList<Note> Doubts(IReadOnlyList<Event> events)
    {
        var notes = new List<Note>();
        MeasuredFacts.Indexes(events, notes);
        return [.. notes, .. ProbeBoard.Of(events, Targets.Default).Notes];
    }


    /// <returns>The best ten, best first; equal ones in the order of the pages.</returns>
    public static IReadOnlyList<Hit> Search(KnowledgeBase knowledge, string words) =>
        [.. knowledge.Search.Find(words).Select((score, i) => new Hit(knowledge.Pages[i], score)).Where(h => h.Score > 0).OrderByDescending(h => h.Score).Take(10)];

    public static Embedder Embedder => Embedder.Shared;

    /// <summary>The outside embedder; null where none is configured.</summary>
    public static Outside? Outside(Settings settings) => settings.Embedder is { Ready: true } embedder
        ? new Outside(embedder, new EmbeddingsEndpoint(embedder, new Wire(embedder, TimeProvider.System)), Cache() is { } root ? new VectorCache(root, embedder) : null, TimeProvider.System) : null;

    /// <summary>What was read, with the vectors its texts still need.</summary>
    public static (IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes) Heard((IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes) read, Outside? outside)
    {
        if (outside is null) return read;
        var notes = new List<Note>();
        var vectors = outside.For(read.Events, notes);
        return ([.. read.Events, .. vectors], [.. read.Notes, .. notes]);
    }

    /// <summary>The folder that travels with the program.</summary>
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "knowledge");

    /// <summary>Where cached indexes live; null where the system names no home.</summary>
    public static string? Cache()
    {
        var root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(root) || !Path.IsPathRooted(root))
            root = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache") : null;
        return string.IsNullOrEmpty(root) ? null : Path.Combine(root, "tabletop");
    }
}

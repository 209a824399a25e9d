using System.CommandLine;
using TabletopAgent.Agent;
using TabletopAgent.Agent.Retro;
using TabletopAgent.Batch;
using TabletopAgent.Grade;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Cli;

internal static class GradeVerb
{
    private static readonly string[] Dimensions = ["rto", "rpo", "semantics", "safety", "ops", "docs"];

    public static Command Command(Terminal terminal)
    {
        var paths = Flags.NoFlag(new Argument<string[]>("PATH")
        {
            Description = "Logs, reports, folders, .zip archives or patterns; - reads a list of them from standard input", Arity = ArgumentArity.ZeroOrMore,
        });
        var output = new Option<string?>("--out") { Description = "Write the grades as JSON Lines, CSV, Markdown, JUnit XML and one HTML page to this folder", HelpName = "DIR" };
        var against = new Option<string?>("--against") { Description = "Compare with an earlier set of logs", HelpName = "PATH" };
        var under = new Option<double?>("--fail-under") { Description = "Exit 1 when fewer percent of the graded logs pass", HelpName = "PERCENT" };
        under.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<double?>() is not (>= 0 and <= 100)) given.AddError("--fail-under is a percentage from 0 to 100.");
        });
        var require = new Option<string?>("--require") { Description = "Dimensions that must pass, instead of all six, such as rto,rpo; exit 1 when they do not in every log", HelpName = "LIST" };
        require.Validators.Add(given =>
        {
            foreach (var name in Split(given.GetValueOrDefault<string>()))
                if (!Dimensions.Contains(name, StringComparer.Ordinal)) given.AddError($"--require: {name} is no dimension; write some of {string.Join(',', Dimensions)}.");
        });
        var resume = new Option<bool>("--resume") { Description = "Go on with a run that was stopped (needs --out)" };
        var notes = new Option<bool>("--notes") { Description = "Let the configured model write a few checked sentences on each log" };
        var accept = Flags.AcceptTargets();
        var zone = Flags.Zone();
        var (folders, format) = (Flags.Knowledge(), Flags.Format("text", "json", "jsonl", "csv", "md", "html"));
        var verb = new Verb(
            "grade", "Grade logs of past exercises and incidents, many at once",
            "tabletop grade exercises/", "tabletop grade reports/*.md --zone Europe/London --out graded",
            "tabletop grade this-year.zip --against last-year.zip", "tabletop grade drills/ --require rto,rpo --fail-under 80", "tabletop grade drills/ --notes --out graded")
        { paths, output, against, under, require, resume, notes, accept, zone, folders, format };
        verb.SetAction((parsed, cancel) => RunAsync(terminal, new Request(
            parsed.GetValue(paths)!, parsed.GetValue(output), parsed.GetValue(against), parsed.GetValue(under), parsed.GetValue(require) is { } list ? Split(list) : null,
            parsed.GetValue(resume), parsed.GetValue(notes), parsed.GetValue(accept), parsed.GetValue(zone), parsed.GetValue(folders)!, parsed.GetValue(format)!), cancel));
        return verb;
    }

    private sealed record Request(
        string[] Paths, string? Out, string? Against, double? FailUnder, string[]? Require, bool Resume, bool Notes, bool Accept, string? Zone, string[] Knowledge, string Format)
    {
        public string[] Required => Require ?? [];
    }

    private static async Task<int> RunAsync(Terminal terminal, Request asked, CancellationToken cancel)
    {
        if (asked.Paths.Length == 0) return Inputs.Nothing(terminal, "grade");
        if (asked.Resume && asked.Out is null) return Say(terminal, "--resume needs the --out DIR of the run that was stopped.");
        var settings = Settings.Load();
        Inputs.Show(terminal, settings.Notes);
        var knowledge = Wiring.LoadKnowledge(asked.Knowledge);
        using var outside = Wiring.Outside(settings);
        var targets = settings.Targets with { AcceptLogged = asked.Accept };
        if (!Retro(terminal, asked.Notes, knowledge, targets, out var writer)) return ExitCode.CouldNotRun;
        using var retro = writer;
        var grader = new Grader(knowledge, targets, outside, asked.Zone, asked.Out is not null || asked.Format == "jsonl", retro);

        var earlier = asked.Against is { } set ? await GatherAsync(terminal, [set], null, new Grader(knowledge, targets, outside, asked.Zone, false, null), static (_, _) => { }, cancel).ConfigureAwait(false) : null;
        var notes = new List<Note>();
        using var journal = asked.Out is { } folder ? Journal.Open(folder, asked.Resume, retro?.Identity, notes) : null;
        Inputs.Show(terminal, notes);
        if (asked.Format == "text") SummaryText.Head(terminal.Out, terminal.Ink);
        var gathered = await GatherAsync(terminal, Listed(asked.Paths, terminal), journal, grader, (file, known) => Show(terminal, asked.Format, file), cancel).ConfigureAwait(false);
        if (cancel.IsCancellationRequested)
            return Say(terminal, asked.Out is null ? "stopped." : $"stopped after {gathered.Files.Read} files; run it again with --resume to go on.");

        if (retro?.Missing is { } missing) Inputs.Show(terminal, [missing]);
        journal?.End();
        var summary = Summary.Of(gathered.Grades, gathered.Files, asked.Required, earlier?.Grades);
        if (asked.Out is { } to) GradeFiles.Write(to, summary, gathered.Grades, gathered.Refused, asked.Required);
        GradeFiles.Print(asked.Format, summary, gathered.Grades, gathered.Refused, terminal);
        return Code(summary, asked);
    }

    /// <returns>False where notes were asked for and their prompt cannot be used.</returns>
    /// <param name="writer">Null where none were asked for, or no model is there to write them.</param>
    private static bool Retro(Terminal terminal, bool asked, KnowledgeBase knowledge, Targets targets, out RetroNotes? writer)
    {
        writer = null;
        if (!asked) return true;
        var notes = new List<Note>();
        var prompt = RetroNotes.Load(Path.Combine(AppContext.BaseDirectory, "prompts"), notes);
        var model = AgentHost.Read(AppContext.BaseDirectory, notes);
        if (!model.Ready) notes.Add(Notes.NoModelForNotes());
        else if (prompt is not null) writer = new RetroNotes(prompt, model, Wiring.Cache(), new NoteCheck(knowledge, targets), TimeProvider.System);
        Inputs.Show(terminal, notes);
        return prompt is not null;
    }

    private static int Code(Summary summary, Request asked)
    {
        if (summary.Logs == 0) return summary.Refused > 0 ? ExitCode.Refused : ExitCode.CouldNotRun;
        if (asked.FailUnder is { } percent) return 100.0 * summary.Passed / summary.Logs < percent ? ExitCode.NotPassed : ExitCode.Ok;
        return asked.Require is not null && summary.Passed < summary.Logs ? ExitCode.NotPassed : ExitCode.Ok;
    }

    private sealed record Gathered(IReadOnlyList<Graded> Grades, IReadOnlyList<Note> Refused, FileCount Files);

    private static async Task<Gathered> GatherAsync(
        Terminal terminal, IEnumerable<string> paths, Journal? journal, Grader grader, Action<GradedFile, bool> show, CancellationToken cancel)
    {
        var sources = new Sources();
        var (grades, refused, files) = (new List<Graded>(), new List<Note>(), 0);
        using var progress = new Progress(terminal, sources, paths);
        await Batches.RunAsync(sources.Of(progress.Paths), journal, grader, (file, known) =>
        {
            journal?.Take(file, known);
            grades.AddRange(file.Grades);
            if (file.Refused is { } why) refused.Add(why);
            else files++;
            progress.Step();
            show(file, known);
        }, cancel).ConfigureAwait(false);
        return new Gathered(grades, refused, new FileCount(files, refused.Count, sources.Skipped));
    }

    private static void Show(Terminal terminal, string format, GradedFile file)
    {
        if (format == "jsonl") foreach (var report in file.Reports) terminal.Line(report);
        if (format == "jsonl" && file.Refused is { } unread) Inputs.Show(terminal, [unread]);
        if (format != "text") return;
        foreach (var grade in file.Grades) SummaryText.Line(terminal.Out, terminal.Ink, grade);
        if (file.Refused is { } why) SummaryText.Refused(terminal.Out, terminal.Ink, why);
    }

    private static IEnumerable<string> Listed(IEnumerable<string> paths, Terminal terminal)
    {
        foreach (var path in paths)
        {
            if (path != "-")
            {
                yield return path;
                continue;
            }

            if (terminal.In is null) continue;
            using var list = new StreamReader(terminal.In());
            while (list.ReadLine() is { } line)
                if (line.Trim() is { Length: > 0 } listed) yield return listed;
        }
    }

    private static string[] Split(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static int Say(Terminal terminal, string text)
    {
        terminal.Error.Write(text + "\n");
        return ExitCode.CouldNotRun;
    }
}

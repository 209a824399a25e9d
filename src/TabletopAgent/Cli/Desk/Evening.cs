using System.Globalization;
using TabletopAgent.Embedders;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Live;
using TabletopAgent.Play;
using TabletopAgent.Render;
using TabletopAgent.Store;
using TabletopAgent.Talk;
using TabletopAgent.Text;

namespace TabletopAgent.Cli.Desk;

/// <summary>One evening at one terminal: opens or resumes the log, plays, and judges what came of it.</summary>
internal static class Evening
{
    /// <param name="lines">A script; null where a person sits at the keyboard.</param>
    /// <param name="notes">What was said before; all is refused where an error is among them.</param>
    public static async Task<int> RunAsync(
        Terminal terminal, Wanted wanted, Shelf shelf, IReadOnlyList<ScriptLine>? lines, Func<KnowledgeBase> load, Settings settings, List<Note> notes, TimeProvider time)
    {
        notes.AddRange(settings.Notes);
        var now = wanted.Opens ?? time.GetUtcNow();
        if (File(wanted, now, notes) is not { } file) return Inputs.Refused(terminal, notes);
        var opened = LogWriter.Open(file, time, note => terminal.Error.Write($"{Untrusted.OneLine(note.ToString())}\n"));
        notes.AddRange(opened.Notes);
        await using var writer = opened.Writer;
        if (writer is null) return Refused(terminal, notes, ExitCode.CouldNotRun);

        if (Scenario(wanted, shelf, opened.Events, notes) is not { } scenario) return Inputs.Refused(terminal, notes);
        var plan = Plan.Of(scenario.Scenario, scenario.Shelf, notes);
        if (notes.Any(n => n.Severity == Severity.Error)) return Inputs.Refused(terminal, notes);

        var knowledge = new Lazy<KnowledgeBase>(load);
        var live = new LiveExercise(() => knowledge.Value, settings.Targets);
        var taken = 0;
        Report Judge(IReadOnlyList<Event> events)
        {
            for (; taken < events.Count; taken++) live.Add(events[taken]);
            return live.Report([]);
        }

        var dialogue = new Dialogue(new Lazy<Phrases>(() => Wiring.Phrases([])));
        var session = new Session(
            plan, settings.Targets, Judge, f => Wiring.ReadInputs(Given.Of([]) with { Probes = Beside(wanted.Folder, f) }), () => knowledge.Value.Pages.Select(p => p.Id));
        var printer = new Printer(terminal.Out, terminal.Ink);
        printer.Notes(notes.Where(n => n.Severity > Severity.Info));
        using var outside = Wiring.Outside(settings);
        var vectors = outside is null ? null : new LiveVectors(outside, opened.Events);
        var table = new Table(session, vectors is null ? writer.AppendAsync : AppendAsync, printer.Entries, (speaker, line) => AtTheTable.Of(speaker, line, session.State, Known));
        foreach (var e in opened.Events) session.Accept(e);
        if (opened.Events.Count == 0)
        {
            var roles = new Dictionary<string, string>(wanted.Roles, StringComparer.Ordinal);
            roles.TryAdd(Plan.Facilitator, wanted.Host);
            await table.EnterAsync([Opening.Head(plan, Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))!, wanted.Team, roles, knowledge.Value.Hash, now, outside?.Identity)]).ConfigureAwait(false);
            printer.Answer(Opening.Text(session.State));
        }
        else printer.Answer($"Goes on behind entry {session.State.Last} (/timeline shows them).\n{Questions.Clock(session.State, opened.Events[^1].At ?? now)}");

        var host = session.State.Roster.Holder(Plan.Facilitator) ?? wanted.Host;
        var ended = lines is null
            ? await new Sitting(table, dialogue, printer, terminal, wanted with { Host = host }, time).PlayAsync().ConfigureAwait(false)
            : await ScriptedAsync(table, dialogue, printer, host, opened.Events.Count > 0 ? opened.Events[^1].At ?? now : now, lines).ConfigureAwait(false);
        printer.Around = print => print();
        return Close(terminal, printer, session.State, ended ? Judge(session.State.Events) : null, file);

        Known Known() => new(Judge(session.State.Events), session.State.Events, knowledge.Value, events => Tabletop.Run(events, [], knowledge.Value, settings.Targets));

        async Task<IReadOnlyList<Event>> AppendAsync(IReadOnlyList<Event> events)
        {
            var said = new List<Note>();
            var before = await vectors.BeforeAsync(events, said).ConfigureAwait(false);
            printer.Notes(said);
            return await writer.AppendAsync([.. before, .. events]).ConfigureAwait(false);
        }
    }

    private static string Beside(string? folder, string file) =>
        folder is not null && !System.IO.File.Exists(file) && Path.Combine(folder, file) is var beside && System.IO.File.Exists(beside) ? beside : file;

    private static Task<bool> ScriptedAsync(Table table, Dialogue dialogue, Printer printer, string host, DateTimeOffset from, IReadOnlyList<ScriptLine> lines) =>
        new Rehearsal(table, dialogue, host, from, (line, _, reply) =>
        {
            if (reply.Wrong is { } wrong) printer.Notes([wrong with { Place = line.Place }]);
            else printer.Answer(reply.Text);
        }).PlayAsync(lines);

    private static int Close(Terminal terminal, Printer printer, SessionState state, Report? report, string file)
    {
        terminal.Line("");
        if (report is null)
        {
            terminal.Line($"left at entry {state.Last}; go on with: tabletop run --resume {file}");
            return ExitCode.NotPassed;
        }

        terminal.Line(terminal.Ink.Verdict(report.Overall, $"{terminal.Ink.Bold}{report.Overall.ToUpperInvariant()}"));
        printer.Answer(Questions.Status(report, everything: true));
        terminal.Line($"\nlog: {file} ({state.Last} entries)");
        return report.Overall == "pass" ? ExitCode.Ok : ExitCode.NotPassed;
    }

    /// <summary>Where the log lies, or will lie.</summary>
    private static string? File(Wanted wanted, DateTimeOffset now, List<Note> notes)
    {
        if (wanted.Resume is { } resume)
        {
            var file = System.IO.File.Exists(resume) ? resume : LogFolder.Log(wanted.Data, resume, notes);
            if (file is null || System.IO.File.Exists(file)) return file;
            notes.Add(Notes.NoResume(new Place(resume), $"there is no log at {file}"));
            return null;
        }

        // Everybody sees the id, so it does not name the scenario.
        var id = wanted.Id ?? $"evening-{now.UtcDateTime.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}";
        if (LogFolder.Log(wanted.Data, id, notes) is not { } log) return null;
        // Two evenings in one minute are two; a name that somebody chose is meant.
        for (var next = 2; wanted.Id is null && System.IO.File.Exists(log); next++) log = LogFolder.Log(wanted.Data, $"{id}-{next}", notes)!;
        if (!System.IO.File.Exists(log)) return log;
        notes.Add(Notes.ExerciseExists(new Place(log), id));
        return null;
    }

    private static (Scenario Scenario, Shelf Shelf)? Scenario(Wanted wanted, Shelf shelf, IReadOnlyList<Event> log, List<Note> notes)
    {
        var named = wanted.Scenario ?? log.FirstOrDefault(e => e.Type == "exercise")?.Text("scenario");
        if (named is null)
        {
            notes.Add(Notes.NoResume(new Place(wanted.Resume!), "its first line names no scenario; name one: tabletop run SCENARIO --resume LOG"));
            return null;
        }

        if (System.IO.File.Exists(named))
        {
            var more = shelf.With(named, notes);
            return ReferenceEquals(more, shelf) ? null : (more.Scenarios[0], more);
        }

        if (shelf.Find(named) is { } known) return (known, shelf);
        notes.Add(Notes.UnknownScenario(new Place("run"), named, Words.Nearest(named, shelf.Scenarios.Select(s => s.Id))));
        return null;
    }

    private static int Refused(Terminal terminal, List<Note> notes, int code)
    {
        Inputs.Show(terminal, notes);
        return code;
    }
}

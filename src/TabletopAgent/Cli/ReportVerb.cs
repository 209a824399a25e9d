using System.CommandLine;
using TabletopAgent.Artifacts;
using TabletopAgent.Embedders;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>The report of a log, and the artifacts people take away from an exercise.</summary>
internal static class ReportVerb
{
    public static Command Command(Terminal terminal)
    {
        var file = Flags.NoFlag(new Argument<string>("LOG") { Description = "An event log (.jsonl, .jsonl.gz)" });
        var output = new Option<string?>("--out") { Description = "Write all artifacts to this folder, with a manifest of their hashes", HelpName = "DIR" };
        var (folders, accept, format) = (Flags.Knowledge(), Flags.AcceptTargets(), Flags.Format("text", "status", "json", "md"));
        var verb = new Verb(
            "report", "Report on an exercise and write its artifacts: scorecard, plots, decision log, RPO worksheet, after-action report; exit 1 unless it passed",
            "tabletop report exercises/drill/log.jsonl --out drill", "tabletop report log.jsonl --format md > after-action.md")
        { file, output, folders, accept, format };
        verb.SetAction(parsed => Run(
            terminal, parsed.GetValue(file)!, parsed.GetValue(output), parsed.GetValue(folders)!, parsed.GetValue(accept), parsed.GetValue(format)!));
        return verb;
    }

    private static int Run(Terminal terminal, string file, string? folder, IReadOnlyList<string> folders, bool accept, string format)
    {
        var settings = Settings.Load();
        var (events, notes) = (new List<Event>(), new List<Note>());
        var chain = new ChainCheck(file, null);
        var knowledge = new Lazy<KnowledgeBase>(() => Wiring.LoadKnowledge(folders));
        var exercise = new LiveExercise(() => knowledge.Value, settings.Targets with { AcceptLogged = accept });
        var texts = new ProbeTexts();
        var any = false;
        InputFiles.LogAsync(file, Take, notes, chain).GetAwaiter().GetResult();
        if (!any) return Inputs.Refused(terminal, notes);

        using (var outside = Wiring.Outside(settings))
            if (outside is not null)
                foreach (var e in outside.Events(texts.Wanted, notes)) Take(e);
        if (folder is not null) notes = notes.ConvertAll(n => n with { Place = Bare(n.Place) });
        var report = exercise.Report([.. settings.Notes, .. notes]);
        switch (format)
        {
            case "status": terminal.Line(StatusJson.Of(report)); break;
            case "json": terminal.Line(ReportJson.Of(report)); break;
            case "md": ReportMarkdown.Write(report, terminal.Out); break;
            default: ReportText.Write(report, terminal.Out, terminal.Ink); break;
        }

        if (folder is not null)
        {
            var board = Wiring.Board((events, notes), null, settings.Targets);
            var (traces, bars) = exercise.Traces();
            var written = ArtifactFiles.Write(
                folder, new Material(Material.Corrected(events), report, board, traces, bars, Wiring.Shelf(folders, []), chain.Chained > 0 ? chain.Root : null), terminal);
            terminal.Error.Write($"{written} artifacts written to {Untrusted.OneLine(folder)}\n");
        }

        return report.Overall == "pass" ? ExitCode.Ok : ExitCode.NotPassed;

        void Take(Event e)
        {
            any = true;
            texts.Add(e);
            // What is handed round is the same wherever the log lay.
            if (folder is not null) e = e with { Place = Bare(e.Place) };
            exercise.Add(e);
            // Only sheets and pictures need them all again.
            if (folder is not null) events.Add(e);
        }
    }

    private static Place Bare(Place place) => place with { File = Path.GetFileName(place.File) };
}

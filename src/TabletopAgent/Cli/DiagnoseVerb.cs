using System.CommandLine;
using TabletopAgent.Exercises;
using TabletopAgent.Intake;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>The main job: symptoms, topology, index and probes in; failing layer, pages, fixes, proofs and the status out.</summary>
internal static class DiagnoseVerb
{
    public static Command Command(Terminal terminal)
    {
        var files = Flags.Files("A brief (text, Markdown, JSON), event log or probe file; - reads standard input");
        var symptom = new Option<string[]>("--symptom") { Description = "What somebody sees, one sentence (repeatable)", HelpName = "TEXT", DefaultValueFactory = _ => [] };
        var topology = new Option<string?>("--topology") { Description = "Regions and what they do, one line", HelpName = "TEXT" };
        var index = new Option<string[]>("--index") { Description = "An index: family, metric, analyzer, hash (repeatable)", HelpName = "TEXT", DefaultValueFactory = _ => [] };
        var probes = new Option<string?>("--probes") { Description = "Recorded probes as JSON, JSON Lines or CSV", HelpName = "FILE" };
        var log = new Option<string?>("--log") { Description = "An event log", HelpName = "FILE" };
        var jsonl = new Option<string?>("--jsonl") { Description = "Diagnose each {\"id\",\"text\"} line (or \"symptom\") and print one prediction a line", HelpName = "FILE" };
        var format = Flags.Format("text", "status", "json", "md");
        var (knowledge, accept) = (Flags.Knowledge(), Flags.AcceptTargets());
        var verb = new Verb(
            "diagnose", "Name the failing layer, the pages to open, the minimal steps and their proofs",
            "tabletop diagnose --symptom \"queue depth climbs by 5x\" --symptom \"reads are healthy\" --topology \"region:A(active,write),B(passive,read)\"",
            "tabletop diagnose brief.md --probes probes.csv --format md > report.md",
            "cat alert.txt | tabletop diagnose --format status")
        { files, symptom, topology, index, probes, log, jsonl, format, knowledge, accept };

        verb.SetAction(parsed =>
        {
            var settings = Settings.Load();
            settings = settings with { Targets = settings.Targets with { AcceptLogged = parsed.GetValue(accept) } };
            if (parsed.GetValue(jsonl) is { } lines) return PredictLines.Run(terminal, lines, parsed.GetValue(knowledge)!, settings);

            var named = parsed.GetValue(files)!;
            var given = new Given(
                parsed.GetValue(symptom)!, parsed.GetValue(topology), parsed.GetValue(index)!, parsed.GetValue(probes), parsed.GetValue(log),
                [.. named.Where(f => f != "-")], named.Contains("-") ? terminal.In ?? Console.OpenStandardInput : null);
            // What is piped in is read unasked only where nothing else was given: another program's idle pipe would hold us up.
            if (given.Nothing) given = given with { In = terminal.In };
            return Run(terminal, given, parsed.GetValue(knowledge)!, parsed.GetValue(format)!, settings);
        });
        return verb;
    }

    private static int Run(Terminal terminal, Given given, IReadOnlyList<string> folders, string format, Settings settings)
    {
        if (given.Nothing) return Inputs.Nothing(terminal, "diagnose");
        var (events, notes) = Wiring.ReadInputs(given);
        return IntakeReader.Usable(events, notes)
            ? Answer(terminal, events, notes, folders, format, settings)
            : Inputs.Refused(terminal, notes);
    }

    public static int Answer(
        Terminal terminal, IReadOnlyList<Event> events, IReadOnlyList<Note> notes, IReadOnlyList<string> folders, string format, Settings settings)
    {
        using var outside = Wiring.Outside(settings);
        (events, notes) = Wiring.Heard((events, notes), outside);
        var report = Tabletop.Run(events, [.. settings.Notes, .. notes], () => Wiring.LoadKnowledge(folders), settings.Targets);
        switch (format)
        {
            case "status": terminal.Line(StatusJson.Of(report)); break;
            case "json": terminal.Line(ReportJson.Of(report)); break;
            case "md": ReportMarkdown.Write(report, terminal.Out); break;
            default: ReportText.Write(report, terminal.Out, terminal.Ink); break;
        }

        return ExitCode.Ok;
    }
}

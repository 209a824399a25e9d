using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using TabletopAgent.Artifacts;
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
            "report", "Report on an exercise and write its artifacts: decision log, change set, RPO worksheet, retro; exit 1 unless it passed",
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
        var live = new LiveExercise(() => knowledge.Value, settings.Targets with { AcceptLogged = accept });
        var any = false;
        InputFiles.LogAsync(file, Take, notes, chain).GetAwaiter().GetResult();
        if (!any) return Inputs.Refused(terminal, notes);

        var report = live.Report([.. settings.Notes, .. notes]);
        switch (format)
        {
            case "status": terminal.Line(StatusJson.Of(report)); break;
            case "json": terminal.Line(ReportJson.Of(report)); break;
            case "md": ReportMarkdown.Write(report, terminal.Out); break;
            default: ReportText.Write(report, terminal.Out, terminal.Ink); break;
        }

        if (folder is not null)
        {
            var written = Write(folder, events, notes, report, settings, chain.Lines > 0 ? chain.Root : null);
            terminal.Error.Write($"{written} artifacts written to {Untrusted.OneLine(folder)}\n");
        }

        return report.Overall == "pass" ? ExitCode.Ok : ExitCode.NotPassed;

        void Take(Event e)
        {
            any = true;
            live.Add(e);
            // Only sheets and pictures need them all again.
            if (folder is not null) events.Add(e);
        }
    }

    private static int Write(string folder, IReadOnlyList<Event> events, IReadOnlyList<Note> notes, Report report, Settings settings, string? root)
    {
        Directory.CreateDirectory(folder);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in Sheet.Of(events, report)) To($"{sheet.Name}.csv", sheet.Csv);
        To("probe-board.csv", w => BoardCsv.Write(Wiring.Board((events, notes), null, settings.Targets), w));
        To("report.md", w => ReportMarkdown.Write(report, w));
        To("retro.md", w => RetroMinutes.Write(events, report, w));
        To("report.json", w => w.Write(ReportJson.Of(report) + "\n"));
        To("status.json", w => w.Write(StatusJson.Of(report) + "\n"));
        File.WriteAllText(Path.Combine(folder, "manifest.json"), Manifest(hashes, report, root));
        return hashes.Count + 1;

        void To(string name, Action<TextWriter> write)
        {
            using var text = new StringWriter();
            write(text);
            var bytes = new UTF8Encoding(false).GetBytes(text.ToString());
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }
    }

    /// <summary>By what the artifacts are known again: their hashes, the log they were made of, and the knowledge used.</summary>
    private static string Manifest(SortedDictionary<string, string> hashes, Report report, string? root) => JsonText.Of(Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteString("id", report.Id);
        json.WriteString("overall", report.Overall);
        json.WriteString("root_hash", root);
        json.WriteString("inputs_hash", report.InputsHash);
        json.WriteString("knowledge_hash", report.KnowledgeHash);
        json.WriteString("program", report.Program);
        json.WriteStartObject("files");
        foreach (var (name, hash) in hashes) json.WriteString(name, hash);
        json.WriteEndObject();
        json.WriteEndObject();
    }) + "\n";
}

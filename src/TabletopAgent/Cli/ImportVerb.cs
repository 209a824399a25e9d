using System.CommandLine;
using System.Text;
using TabletopAgent.Exercises;
using TabletopAgent.Import;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Turns documents that others wrote into event logs of ours.</summary>
internal static class ImportVerb
{
    public static Command Command(Terminal terminal)
    {
        var files = Flags.Files("Incident reports, timelines, chat exports, status pages, chaos journals, or folders of them");
        var zone = Flags.Zone();
        var output = new Option<string?>("--out") { Description = "Write one log per incident into this folder", HelpName = "DIR" };
        var format = Flags.Format("jsonl", "json");
        var verb = new Verb(
            "import", "Turn reports, timelines, chats and status pages that others wrote into event logs",
            "tabletop import postmortem.md --zone Europe/London > log.jsonl", "tabletop import incidents/ --out logs", "tabletop import slack-export/ --format json")
        { files, zone, output, format };
        verb.SetAction(parsed =>
        {
            var named = parsed.GetValue(files)!;
            if (named.Length == 0) return Inputs.Nothing(terminal, "import");
            if (parsed.GetValue(zone) is { } written && !Wiring.KnowsZone(written)) return NoZone(terminal, written);
            var notes = new List<Note>();
            var imported = ImportFiles.Read(named, new ImportOptions(parsed.GetValue(zone)), notes).ToList();
            Inputs.Show(terminal, notes.Concat(imported.SelectMany(i => i.Notes)));
            if (imported.Count == 0) return ExitCode.Refused;
            if (parsed.GetValue(output) is { } folder) return Write(terminal, imported, folder);
            if (parsed.GetValue(format) == "json") return Json(terminal, imported);
            if (imported.Count == 1) return Print(terminal, imported[0]);
            terminal.Error.Write($"{imported.Count} incidents were read, and a log holds one. Give --out DIR, or --format json.\n");
            return ExitCode.CouldNotRun;
        });
        return verb;
    }

    public static int NoZone(Terminal terminal, string written)
    {
        Inputs.Show(terminal, [Notes.UnknownZone(new Place("--zone"), written)]);
        return ExitCode.CouldNotRun;
    }

    /// <summary>What check says of such documents: the events, what was understood, where it disagrees with itself, and the notes.</summary>
    public static int Show(Terminal terminal, IReadOnlyList<string> named, string? zone, bool json)
    {
        var notes = new List<Note>();
        var imported = ImportFiles.Read(named, new ImportOptions(zone), notes).ToList();
        if (json) return Json(terminal, imported);
        foreach (var i in imported)
        {
            CheckVerb.Text(terminal, ImportText.Shown(i), i.Notes);
            ImportText.Write(i, terminal.Out, terminal.Ink);
        }

        Inputs.Show(terminal, notes);
        return imported.Count > 0 ? ExitCode.Ok : ExitCode.Refused;
    }

    private static int Print(Terminal terminal, Imported imported)
    {
        foreach (var e in imported.Events) terminal.Line(Encoding.UTF8.GetString(EventWriter.Line(e)));
        return ExitCode.Ok;
    }

    private static int Json(Terminal terminal, List<Imported> imported)
    {
        terminal.Line(JsonText.Of(TabletopAgent.Json.Indented, json =>
        {
            json.WriteStartArray();
            foreach (var i in imported) ImportJson.Write(json, i);
            json.WriteEndArray();
        }));
        return ExitCode.Ok;
    }

    private static int Write(Terminal terminal, List<Imported> imported, string folder)
    {
        Directory.CreateDirectory(folder);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var i in imported)
        {
            var id = i.Events[0].Text("id") ?? "incident";
            var name = id;
            for (var n = 2; !taken.Add(name); n++) name = $"{id}-{n}";
            File.WriteAllText(Path.Combine(folder, $"{name}.jsonl"), string.Concat(i.Events.Select(e => Encoding.UTF8.GetString(EventWriter.Line(e)) + "\n")));
        }

        terminal.Line($"{imported.Count} log(s) written to {Untrusted.OneLine(folder)}");
        return ExitCode.Ok;
    }
}

using System.CommandLine;
using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Says whether a log is as it was written, and exactly where it is not; recomputes its report, byte for byte, with no model.</summary>
internal static class VerifyVerb
{
    private const int HashLength = 64;

    public static Command Command(Terminal terminal)
    {
        var file = Flags.NoFlag(new Argument<string>("LOG") { Description = "An event log (.jsonl, .jsonl.gz)" });
        var root = new Option<string?>("--root") { Description = "The root hash as the manifest has it: shows lines cut off at the end too", HelpName = "HASH" };
        root.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is not { Length: HashLength } hash || !hash.All(char.IsAsciiHexDigit)) given.AddError("--root is 64 hexadecimal digits.");
        });
        var (folders, format) = (Flags.Knowledge(), Flags.Format("text", "json"));
        var verb = new Verb(
            "verify", "Say whether a log is as it was written, where it is not, and recompute its report; exit 1 unless all is well",
            "tabletop verify exercises/drill/log.jsonl", "tabletop verify log.jsonl --root 4f0c… --knowledge ./knowledge-of-that-day")
        { file, root, folders, format };
        verb.SetAction(parsed => Run(terminal, parsed.GetValue(file)!, parsed.GetValue(root), parsed.GetValue(folders)!, parsed.GetValue(format)!));
        return verb;
    }

    private static int Run(Terminal terminal, string file, string? root, IReadOnlyList<string> folders, string format)
    {
        var settings = Settings.Load();
        var chain = new ChainCheck(file, root);
        using var outside = Wiring.Outside(settings);
        var (recount, notes) = (new Recount(file, Wiring.LoadKnowledge(folders), settings, outside), new List<Note>());
        InputFiles.LogAsync(file, recount.Add, notes, chain).GetAwaiter().GetResult();
        if (chain.Lines == 0) return Inputs.Refused(terminal, notes);

        var verified = Verification.Of(recount, notes, chain, root is not null);
        if (format == "json") terminal.Line(Json(verified));
        else Text(terminal, verified);
        return verified.Verdict == "pass" ? ExitCode.Ok : ExitCode.NotPassed;
    }

    private static void Text(Terminal terminal, Verification v)
    {
        var (verdict, why) = v.Verdict switch
        {
            "pass" => ("Verified", v.Covered ? "it is as it was written, to its last line" : "it is as it was written, as far as its chain shows"),
            "unmeasured" => ("Not verified", "it has no chain to check"),
            _ => ("Not verified", "see the errors below"),
        };
        Column.Write(terminal.Out, terminal.Ink.Verdict(v.Verdict, verdict) + ": ", why, verdict.Length + 2);
        Say("log", $"{v.File}, {v.Events} events");
        if (v.Lines > 0) Say("root", v.Root);
        Say("report", v.Stored is null ? "recomputed twice, the same bytes; no report.json beside the log to compare with"
            : v.Notes.Any(n => n.Code == "TT619") ? $"recomputed; {v.Stored} is another" : $"recomputed twice, the same bytes as {v.Stored}");
        Say("knowledge", Compared(v.Knowledge));
        Say("embedder", v.Embedder.Same is false ? "other embedder than it was run with" : Compared(v.Embedder));
        ReportText.Notes([.. v.Notes.Select(Inputs.Report)], terminal.Out, terminal.Ink);

        static string Compared(Provenance p) =>
            p.Same switch { null => "the log does not say with which it was run", true => "the one it was run with", false => "another than it was run with" };

        void Say(string what, string text) => Column.Write(terminal.Out, $"  {Column.Pad(what, 11)}", text);
    }

    internal static string Json(Verification v) => JsonText.Of(TabletopAgent.Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteString("verdict", v.Verdict);
        json.WriteString("file", v.File);
        json.WriteNumber("events", v.Events);
        json.WriteNumber("chained", v.Lines);
        json.WriteString("root", v.Lines > 0 ? v.Root : null);
        json.WriteBoolean("root_given", v.Covered);
        json.WriteString("inputs_hash", v.InputsHash);
        json.WriteString("stored_report", v.Stored);
        foreach (var (name, p) in new[] { ("knowledge", v.Knowledge), ("embedder", v.Embedder) })
        {
            json.WriteStartObject(name);
            json.WriteString("recorded", p.Recorded);
            json.WriteString("used", p.Used);
            json.WriteEndObject();
        }

        json.WritePropertyName("notes");
        JsonSerializer.Serialize(json, v.Notes.Select(Inputs.Report).ToList(), ReportContext.Plain.IReadOnlyListNoteReport);
        json.WriteEndObject();
    });
}

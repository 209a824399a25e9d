using System.CommandLine;
using TabletopAgent.Intake;
using TabletopAgent.Measure;

namespace TabletopAgent.Cli;

/// <summary>The embedder in use, for whoever wants to see or use its vectors.</summary>
internal static class EmbedVerb
{
    public static Command Command(Terminal terminal)
    {
        var file = Flags.NoFlag(new Argument<string>("FILE") { Description = "Text, one a line; - reads standard input" });
        var pairs = new Option<bool>("--pairs") { Description = "Each line is two texts with a tab between: print their cosine and ΔS" };
        var format = Flags.Format("text", "jsonl");
        var verb = new Verb(
            "embed", "Turn lines of text into vectors, or compare pairs of texts, with the built-in embedder or the configured one",
            "tabletop embed questions.txt --format jsonl", "printf 'queue grows\\tbacklog is rising\\n' | tabletop embed - --pairs")
        { file, pairs, format };
        verb.SetAction(parsed =>
        {
            var notes = new List<Note>();
            var name = parsed.GetValue(file)!;
            var text = Read(terminal, name, notes);
            Inputs.Show(terminal, notes);
            if (text.Length == 0) return notes.Exists(n => n.Severity == Severity.Error) ? ExitCode.Refused : ExitCode.CouldNotRun;
            return EmbedLines.Run(terminal, text, name, Heard(terminal, text, parsed.GetValue(pairs)), parsed.GetValue(pairs), parsed.GetValue(format) == "jsonl");
        });
        return verb;
    }

    private static Hearing Heard(Terminal terminal, string text, bool pairs)
    {
        var settings = Settings.Load();
        using var outside = Wiring.Outside(settings);
        var notes = new List<Note>(settings.Notes);
        var found = outside?.FetchAsync([.. EmbedLines.Texts(text, pairs)], notes, CancellationToken.None).GetAwaiter().GetResult();
        Inputs.Show(terminal, notes);
        if (found is not null) return new Hearing(outside!.Model, t => found.GetValueOrDefault(t), string.IsNullOrWhiteSpace);
        var own = Wiring.Embedder;
        return new Hearing(BuiltIn.Model(own), t => own.Embed(t) is var vector && Array.Exists(vector, x => x != 0) ? vector : null, _ => true);
    }

    private static string Read(Terminal terminal, string name, List<Note> notes)
    {
        if (name != "-") return InputFile.ReadAsync(name, notes).GetAwaiter().GetResult();
        return TextInput.ReadAsync((terminal.In ?? Console.OpenStandardInput)(), "standard input", notes).GetAwaiter().GetResult();
    }
}

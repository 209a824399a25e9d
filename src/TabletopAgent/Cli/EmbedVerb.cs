using System.CommandLine;
using TabletopAgent.Intake;

namespace TabletopAgent.Cli;

/// <summary>The built-in embedder, for whoever wants to see or use its vectors.</summary>
internal static class EmbedVerb
{
    public static Command Command(Terminal terminal)
    {
        var file = Flags.NoFlag(new Argument<string>("FILE") { Description = "Text, one a line; - reads standard input" });
        var pairs = new Option<bool>("--pairs") { Description = "Each line is two texts with a tab between: print their cosine and ΔS" };
        var format = Flags.Format("text", "jsonl");
        var verb = new Verb(
            "embed", "Turn lines of text into vectors with the built-in embedder, or compare pairs of texts",
            "tabletop embed questions.txt --format jsonl", "printf 'queue grows\\tbacklog is rising\\n' | tabletop embed - --pairs")
        { file, pairs, format };
        verb.SetAction(parsed =>
        {
            var notes = new List<Note>();
            var name = parsed.GetValue(file)!;
            var text = Read(terminal, name, notes);
            Inputs.Show(terminal, notes);
            if (text.Length == 0) return notes.Exists(n => n.Severity == Severity.Error) ? ExitCode.Refused : ExitCode.CouldNotRun;
            return EmbedLines.Run(terminal, text, name, Wiring.Embedder, parsed.GetValue(pairs), parsed.GetValue(format) == "jsonl");
        });
        return verb;
    }

    private static string Read(Terminal terminal, string name, List<Note> notes)
    {
        if (name != "-") return InputFile.ReadAsync(name, notes).GetAwaiter().GetResult();
        return TextInput.ReadAsync((terminal.In ?? Console.OpenStandardInput)(), "standard input", notes).GetAwaiter().GetResult();
    }
}

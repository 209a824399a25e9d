using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>What is said when there is nothing to work on.</summary>
internal static class Inputs
{
    public static int Nothing(Terminal terminal, string verb)
    {
        terminal.Error.Write($"nothing to {verb}: name a file or pipe one in. See tabletop {verb} --help.\n");
        return ExitCode.CouldNotRun;
    }

    /// <summary>No event came of the input: because all of it was refused, or because it held nothing.</summary>
    public static int Refused(Terminal terminal, IReadOnlyList<Note> notes)
    {
        Show(terminal, notes);
        var refused = notes.Any(n => n.Severity == Severity.Error);
        terminal.Error.Write(refused ? "all input was refused.\n" : "the input holds nothing to judge.\n");
        return refused ? ExitCode.Refused : ExitCode.CouldNotRun;
    }

    public static void Show(Terminal terminal, IEnumerable<Note> notes)
    {
        foreach (var note in notes) terminal.Error.Write($"{Untrusted.OneLine(note.ToString())}\n");
    }

    public static NoteReport Report(Note n) => new(n.Code, n.Word, n.Text, n.Place.File, n.Place.Line > 0 ? n.Place.Line : null);
}

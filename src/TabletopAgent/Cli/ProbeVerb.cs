using System.CommandLine;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>The probe board: what the gold probes say, and which of them moved.</summary>
internal static class ProbeVerb
{
    public static Command Command(Terminal terminal)
    {
        var before = Flags.NoFlag(new Argument<string>("BEFORE") { Description = "Probes as JSON, JSON Lines or CSV, or an event log" });
        var after = Flags.NoFlag(new Argument<string?>("AFTER") { Description = "Probes to compare with", Arity = ArgumentArity.ZeroOrOne });
        var format = Flags.Format("text", "csv", "json");
        var verb = new Verb(
            "probe", "Show the probe board: ΔS, coverage and λ, which probes moved, which section lost coverage",
            "tabletop probe baseline.csv post.csv", "tabletop probe evening.jsonl --format csv > board.csv")
        { before, after, format, CalibrateVerb.Command(terminal) };
        verb.SetAction(parsed =>
        {
            var settings = Settings.Load();
            var first = Wiring.ReadInputs(Given.Of([parsed.GetValue(before)!]));
            var second = parsed.GetValue(after) is { } file ? Wiring.ReadInputs(Given.Of([file])) : ((IReadOnlyList<Exercises.Event>, IReadOnlyList<Note>)?)null;
            if (first.Events.Count == 0) return Inputs.Refused(terminal, first.Notes);
            if (second is var (events, notes) && events.Count == 0) return Inputs.Refused(terminal, notes);

            using var outside = Wiring.Outside(settings);
            var board = Wiring.Board(Wiring.Heard(first, outside), second is { } post ? Wiring.Heard(post, outside) : null, settings.Targets);
            board = board with { Notes = [.. settings.Notes.Select(Inputs.Report), .. board.Notes] };
            switch (parsed.GetValue(format))
            {
                case "csv": BoardCsv.Write(board, terminal.Out); break;
                case "json": terminal.Line(BoardJson.Of(board)); break;
                default: BoardText.Write(board, terminal.Out, terminal.Ink); break;
            }

            if (board.Probes.Count == 0) return ExitCode.CouldNotRun;
            return board.Overall == "pass" ? ExitCode.Ok : ExitCode.NotPassed;
        });
        return verb;
    }
}

using System.CommandLine;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>What the bars of ΔS mean with the embedder behind the probes.</summary>
internal static class CalibrateVerb
{
    public static Command Command(Terminal terminal)
    {
        var files = Flags.NoFlag(new Argument<string[]>("FILE") { Description = "Probes as JSON or JSON Lines with vectors or texts, or an event log", Arity = ArgumentArity.OneOrMore });
        var format = Flags.Format("text", "json", "csv");
        var svg = new Option<string?>("--out") { Description = "Write the plot as a picture too", HelpName = "SVG" };
        var verb = new Verb(
            "calibrate", "Show how ΔS of right pairs and of random pairs lie with the embedder in use, and which bars tell them apart",
            "tabletop probe calibrate gold.jsonl", "tabletop probe calibrate baseline.jsonl post.jsonl --format json --out calibration.svg")
        { files, format, svg };
        verb.SetAction(parsed =>
        {
            var settings = Settings.Load();
            var (events, notes) = Wiring.ReadInputs(Given.Of(parsed.GetValue(files)!));
            if (events.Count == 0) return Inputs.Refused(terminal, notes);
            using var outside = Wiring.Outside(settings);
            (events, notes) = Wiring.Heard((events, notes), outside);
            var (calibration, said) = Wiring.Calibrate(events, settings.Targets);
            Inputs.Show(terminal, [.. settings.Notes, .. notes, .. said]);
            if (calibration is null) return ExitCode.CouldNotRun;
            switch (parsed.GetValue(format))
            {
                case "json": terminal.Line(CalibrationJson.Of(calibration)); break;
                case "csv": CalibrationCsv.Write(calibration, terminal.Out); break;
                default: CalibrationText.Write(calibration, terminal.Out, terminal.Ink); break;
            }

            return parsed.GetValue(svg) is { } file ? Save(terminal, file, CalibrationSvg.Of(calibration)) : ExitCode.Ok;
        });
        return verb;
    }

    private static int Save(Terminal terminal, string file, string text)
    {
        try
        {
            File.WriteAllText(file, text);
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Inputs.Show(terminal, [Notes.PlotNotWritten(new Place(file), e.Message)]);
            return ExitCode.CouldNotRun;
        }
    }
}

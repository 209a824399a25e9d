using System.CommandLine;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>The main job on a realistic evening, with nothing to prepare.</summary>
internal static class DemoVerb
{
    public static Command Command(Terminal terminal)
    {
        var verb = new Verb("demo", "Diagnose a realistic incident: four injects over one evening, with probes before and after", "tabletop demo");
        verb.SetAction(_ =>
        {
            var log = Path.Combine(AppContext.BaseDirectory, "knowledge", "demo", "evening.jsonl");
            var (events, notes) = Wiring.ReadInputs(Given.Of([]) with { Log = log });
            // The folder it was installed in says nothing to the reader.
            var (here, said) = (events.Select(e => e with { Place = Short(e.Place) }), notes.Select(n => n with { Place = Short(n.Place) }));
            DiagnoseVerb.Answer(terminal, [.. here], [.. said], [], "text", Settings.Load());
            ReportText.Head(terminal.Out, terminal.Ink, "Try next");
            terminal.Line("  tabletop diagnose --symptom \"what you see, in your own words\"");
            terminal.Line("  tabletop knowledge search \"stale pages after purge\"");
            terminal.Line($"  tabletop check {Path.GetRelativePath(Environment.CurrentDirectory, log)}");
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Place Short(Place place) => place with { File = Path.GetFileName(place.File) };
}

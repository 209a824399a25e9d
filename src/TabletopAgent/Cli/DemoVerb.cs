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
            var code = DiagnoseVerb.Run(terminal, Given.Of([]) with { Log = log }, [], "text", Settings.Load());
            if (code != ExitCode.Ok) return code;
            ReportText.Head(terminal.Out, terminal.Ink, "Try next");
            terminal.Line("  tabletop diagnose --symptom \"what you see, in your own words\"");
            terminal.Line("  tabletop knowledge search \"stale pages after purge\"");
            terminal.Line($"  tabletop check {log}");
            return ExitCode.Ok;
        });
        return verb;
    }
}

using System.CommandLine;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Learns from the shipped lines once, for all starts. The build runs it; so does who edits the lines of an installed copy.</summary>
internal static class LearnVerb
{
    public static Command Command(Terminal terminal)
    {
        var verb = new Verb("learn", "Learn from the shipped heard-as lines and keep it beside them (the build does this)", "tabletop knowledge learn");
        verb.SetAction(_ =>
        {
            if (Wiring.Learn() is { } file)
            {
                terminal.Line($"learned, kept in {Untrusted.OneLine(file)}");
                return ExitCode.Ok;
            }

            terminal.Error.Write("could not keep what was learned: there are no pages beside the program, or their folder cannot be written. Without it the first start learns.\n");
            return ExitCode.CouldNotRun;
        });
        return verb;
    }
}

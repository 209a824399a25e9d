using System.CommandLine;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Says what is wrong with the pages, rules, cards and scenarios; fails while anything is.</summary>
internal static class LintVerb
{
    public static Command Command(Terminal terminal)
    {
        var (folders, format) = (Flags.Knowledge(), Flags.Format("text", "json"));
        var verb = new Verb("lint", "Check pages, rules, cards and scenarios; exit 1 while anything is wrong", "tabletop knowledge lint", "tabletop knowledge lint --format json")
            { folders, format };
        verb.SetAction(parsed =>
        {
            var settings = Settings.Load();
            var knowledge = Wiring.LoadKnowledge(parsed.GetValue(folders)!, anew: true);
            var notes = Wiring.Lint(knowledge, settings.Targets);
            var (errors, warnings) = (notes.Count(n => n.Severity == Severity.Error), notes.Count(n => n.Severity == Severity.Warning));
            if (parsed.GetValue(format) == "json") terminal.Line(PageJson.Health(knowledge.Pages, notes));
            else
            {
                foreach (var note in notes) terminal.Line(Untrusted.OneLine(note.ToString()));
                terminal.Line($"{knowledge.Pages.Count} pages, {errors} errors, {warnings} warnings");
            }

            return errors > 0 ? ExitCode.NotPassed : knowledge.Pages.Count > 0 ? ExitCode.Ok : ExitCode.CouldNotRun;
        });
        return verb;
    }
}

using System.CommandLine;
using TabletopAgent.Knowledge;
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
            var health = Wiring.Lint(parsed.GetValue(folders)!, Settings.Load().Targets);
            if (parsed.GetValue(format) == "json") terminal.Line(PageJson.Health(health));
            else Write(terminal, health);
            return health.Count(Severity.Error) > 0 ? ExitCode.NotPassed : health.Pages.Count > 0 ? ExitCode.Ok : ExitCode.CouldNotRun;
        });
        return verb;
    }

    /// <summary>What somebody should mend, line by line; what is only for the record, counted.</summary>
    private static void Write(Terminal terminal, Health health)
    {
        foreach (var note in health.Notes.Where(n => n.Severity > Severity.Info)) terminal.Line(Untrusted.OneLine(note.ToString()));
        var info = health.Notes.Where(n => n.Severity == Severity.Info).GroupBy(n => n.Code).ToDictionary(g => g.Key, g => g.Count());
        Say("left out", string.Join(", ", health.Dropped.Select(d => $"{d.Count} × {d.What}")));
        Say("links found by a guess", Count("TT403"));
        Say("lines that spell λ otherwise", Count("TT426"));
        Say("lines where λ is the ambiguous <>", Count("TT427"));
        Say("lines with another bar for ΔS", Count("TT428"));
        terminal.Line($"{health.Pages.Count} pages, {health.HeardAs.Values.Sum()} heard-as lines, {health.Count(Severity.Error)} errors, {health.Count(Severity.Warning)} warnings");

        string Count(string code) => info.TryGetValue(code, out var n) ? $"{n} (each in --format json)" : "";

        void Say(string what, string found)
        {
            if (found.Length > 0) terminal.Line($"{what}: {found}");
        }
    }
}

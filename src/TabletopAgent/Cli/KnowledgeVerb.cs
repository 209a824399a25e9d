using System.CommandLine;
using TabletopAgent.Knowledge;
using TabletopAgent.Render;
using TabletopAgent.Text;

namespace TabletopAgent.Cli;

/// <summary>The pages: list, show, search, lint, learn.</summary>
internal static class KnowledgeVerb
{
    public static Command Command(Terminal terminal) => new Verb(
        "knowledge", "List, show, search and lint the pages", "tabletop knowledge list", "tabletop knowledge show secrets-rotation", "tabletop knowledge lint")
    { List(terminal), Show(terminal), Search(terminal), LintVerb.Command(terminal), LearnVerb.Command(terminal) };

    private static Verb List(Terminal terminal)
    {
        var (folders, format) = (Flags.Knowledge(), Flags.Format("text", "json"));
        var verb = new Verb("list", "List the pages by layer", "tabletop knowledge list", "tabletop knowledge list --knowledge ./runbooks --format json") { folders, format };
        verb.SetAction(parsed =>
        {
            var pages = Wiring.LoadKnowledge(parsed.GetValue(folders)!).Pages;
            if (parsed.GetValue(format) == "json") terminal.Line(PageJson.List(pages));
            else
            {
                var width = pages.Max(p => Column.Cells(p.Id));
                foreach (var p in pages.OrderBy(p => Layers.Order(p.Layer ?? "")).ThenBy(p => p.Id, StringComparer.Ordinal))
                    terminal.Line($"{Column.Pad(p.Id, width)}  {Column.Pad(p.Layer ?? "–", 22)}  {Untrusted.OneLine(p.Title)}");
            }

            return pages.Count > 0 ? ExitCode.Ok : ExitCode.CouldNotRun;
        });
        return verb;
    }

    private static Verb Show(Terminal terminal)
    {
        var page = new Argument<string>("PAGE") { Description = "A page id, or page#section" };
        var folders = Flags.Knowledge();
        var verb = new Verb("show", "Show a page or one of its sections", "tabletop knowledge show secrets-rotation", "tabletop knowledge show secrets-rotation#minimal-fix") { page, folders };
        verb.SetAction(parsed =>
        {
            var knowledge = Wiring.LoadKnowledge(parsed.GetValue(folders)!);
            var (id, section) = parsed.GetValue(page)!.Split('#', 2) is [var before, var after] ? (before, after) : (parsed.GetValue(page)!, null);
            if ((knowledge.Find(id) ?? knowledge.Teacher(id)) is not { } found) return Missing(terminal, "page", id, knowledge.Pages.Select(p => p.Id));
            if (section is not null && found.Sections.All(s => s.Id != $"{id}#{section}")) return Missing(terminal, "section", $"{id}#{section}", found.Sections.Select(s => s.Id));
            if (KnowledgeBase.Open(found) is not { } open) return Missing(terminal, "file", found.File, []);

            terminal.Line(terminal.Ink.Strong(Untrusted.OneLine(found.Title)));
            terminal.Line(terminal.Ink.Faint($"{found.Id}  {found.Layer}  {Untrusted.OneLine(found.File)}"));
            for (var s = 0; s < found.Sections.Count; s++)
                if (section is null || found.Sections[s].Id == $"{id}#{section}") Write(terminal, found.Sections[s], open.Units.Where(u => u.Section == s));
            return ExitCode.Ok;
        });
        return verb;
    }

    private static void Write(Terminal terminal, Section section, IEnumerable<Unit> units)
    {
        terminal.Line($"\n{terminal.Ink.Strong(Untrusted.OneLine(section.Heading))}  {terminal.Ink.Faint(Untrusted.OneLine(section.Id))}");
        foreach (var unit in units.Where(u => u.Kind is not (UnitKind.Title or UnitKind.Heading)))
            Column.Write(terminal.Out, unit.Kind == UnitKind.Item ? "  - " : "  ", unit.Text);
    }

    private static Verb Search(Terminal terminal)
    {
        var words = new Argument<string[]>("WORDS") { Description = "What is seen, in any words", Arity = ArgumentArity.OneOrMore };
        var folders = Flags.Knowledge();
        var verb = new Verb("search", "Find the pages that speak of something", "tabletop knowledge search stale pages after purge") { words, folders };
        verb.SetAction(parsed =>
        {
            var hits = Wiring.Search(Wiring.LoadKnowledge(parsed.GetValue(folders)!), string.Join(' ', parsed.GetValue(words)!));
            foreach (var hit in hits) terminal.Line($"{hit.Score.ToString("0.00"),6}  {Untrusted.OneLine(hit.Page.Id)}  {Untrusted.OneLine(hit.Page.Title)}");
            return hits.Count > 0 ? ExitCode.Ok : ExitCode.CouldNotRun;
        });
        return verb;
    }

    private static int Missing(Terminal terminal, string what, string asked, IEnumerable<string> known)
    {
        var near = Words.Nearest(asked, known) is { } name ? $"; did you mean {name}?" : ". See tabletop knowledge list.";
        terminal.Error.Write($"no {what} {Untrusted.OneLine(asked)}{Untrusted.OneLine(near)}\n");
        return ExitCode.Refused;
    }
}

using System.ComponentModel;
using Microsoft.SemanticKernel;
using TabletopAgent.Knowledge;
using TabletopAgent.Text;

namespace TabletopAgent.Agent.Tools;

/// <summary>Knowledge: the pages.</summary>
internal sealed class KnowledgeTools(Sitting sitting)
{
    private const int Most = 6;

    [KernelFunction("search")]
    [Description("Finds pages of the knowledge by words. Returns up to 6 lines 'page id | layer | title', best first. Open one with Knowledge-open_page before saying what it says.")]
    public string Search([Description("What is seen or wanted, in plain words, such as: stale pages after purge")] string words)
    {
        var knowledge = sitting.Knowledge;
        var hits = knowledge.Search.Find(words).Select((score, i) => (Page: knowledge.Pages[i], score)).Where(h => h.score > 0).OrderByDescending(h => h.score).Take(Most).ToList();
        return hits.Count == 0 ? "no page speaks of this. Try other words for what is seen."
            : string.Join('\n', hits.Select(h => $"{h.Page.Id} | {h.Page.Layer ?? "no layer"} | {h.Page.Title}"));
    }

    [KernelFunction("open_page")]
    [Description("The text of one page, or of one of its sections. Long pages are cut: ask for a section.")]
    public string OpenPage([Description("A page id such as secrets-rotation, or page#section such as secrets-rotation#minimal-fix")] string page)
    {
        var (knowledge, id) = (sitting.Knowledge, page.Split('#')[0].Trim());
        if ((knowledge.Find(id) ?? knowledge.Teacher(id)) is not { } found) return Missing("page", id, knowledge.Pages.Select(p => p.Id));
        var whole = page.Contains('#', StringComparison.Ordinal) ? page.Trim() : null;
        if (whole is not null && found.Sections.All(s => s.Id != whole)) return Missing("section", whole, found.Sections.Select(s => s.Id));
        if (KnowledgeBase.Open(found) is not { } open) return $"the file of {id} cannot be read.";

        var lines = new List<string> { $"{found.Id} | {found.Layer ?? "no layer"} | {found.Title}" };
        if (whole is null) lines.Add($"sections: {string.Join(", ", found.Sections.Select(s => s.Id))}");
        for (var s = 0; s < found.Sections.Count; s++)
        {
            if (whole is not null && found.Sections[s].Id != whole) continue;
            lines.Add($"[{found.Sections[s].Id}] {found.Sections[s].Heading}");
            lines.AddRange(open.Units.Where(u => u.Section == s && u.Kind is not (UnitKind.Title or UnitKind.Heading)).Select(u => u.Kind == UnitKind.Item ? $"- {u.Text}" : u.Text));
        }

        return string.Join('\n', lines);
    }

    private static string Missing(string what, string asked, IEnumerable<string> known) =>
        Words.Nearest(asked, known) is { } near ? $"there is no {what} {asked}. The nearest is {near}." : $"there is no {what} {asked}. Find one with Knowledge-search.";
}

using TabletopAgent.Knowledge;
using TabletopAgent.Text;

namespace TabletopAgent.Talk;

/// <summary>Pages and sections, opened where one stands.</summary>
internal static class Pages
{
    private const int MostLines = 14;

    /// <param name="asked">A page, page#section, #section of the page at hand, words that find one, or nothing.</param>
    public static string Open(string asked, Known known)
    {
        var (knowledge, at) = (known.Knowledge, asked.IndexOf('#', StringComparison.Ordinal));
        var (name, section) = at < 0 ? (asked.Trim(), null) : (asked[..at].Trim(), asked[(at + 1)..].Trim());
        var top = known.Report.Diagnosis.Pages is [var first, ..] ? first : null;
        if (name.Length == 0 || name is "this" or "it" or "that" or "the page")
        {
            if (top is null) return "No page yet: the failing layer is not known. Name one, such as \"open page secrets-rotation\", or \"find pages about stale cache\".";
            (name, section) = (top.Id, section ?? (top.Section.Contains('#', StringComparison.Ordinal) ? top.Section[(top.Section.IndexOf('#', StringComparison.Ordinal) + 1)..] : null));
        }

        if (Find(name, knowledge) is not { } page) return $"There is no page \"{name}\", and no page speaks of it. \"find pages about …\" searches.";
        if (KnowledgeBase.Open(page) is not { } open) return $"The file of {page.Id} cannot be read.";
        var meant = section is null ? null : page.Sections.FirstOrDefault(s => s.Id.EndsWith('#' + section, StringComparison.Ordinal)) ?? page.Sections.FirstOrDefault(s => s.Heading.Contains(section.Replace('-', ' '), StringComparison.OrdinalIgnoreCase));
        if (section is not null && meant is null) return $"{page.Id} has no section \"{section}\". It has: {string.Join(", ", page.Sections.Select(s => s.Heading))}.";
        return meant is null ? Whole(page, open) : string.Join('\n', Below(page, meant).SelectMany(s => Lines(open, s).Prepend(page.Sections[s].Id)));
    }

    /// <summary>By what was searched, best first.</summary>
    public static IEnumerable<Page> Found(string words, KnowledgeBase knowledge) =>
        knowledge.Search.Find(words).Select((score, i) => (Page: knowledge.Pages[i], Score: score)).Where(h => h.Score > 0).OrderByDescending(h => h.Score).Select(h => h.Page);

    private static Page? Find(string name, KnowledgeBase knowledge)
    {
        var id = string.Join('-', Words.Of(name));
        return knowledge.Find(name) ?? knowledge.Teacher(name) ?? knowledge.Find(id) ?? (Words.Nearest(id, knowledge.Pages.Select(p => p.Id)) is { } near ? knowledge.Find(near) : null) ?? Found(name, knowledge).FirstOrDefault();
    }

    /// <summary>What the page is for, what to do, and what else it holds.</summary>
    private static string Whole(Page page, OpenPage open)
    {
        var lines = new List<string> { $"{page.Id}: {page.Title}{(page.Layer is { } layer ? $" ({layer})" : "")}" };
        for (var s = 0; s < page.Sections.Count; s++)
            if (page.Sections[s].Heading is "Purpose" or "Minimal fix" || !page.Ours && s == 0) lines.AddRange(Lines(open, s).Prepend(page.Sections[s].Heading));
        lines.Add($"Sections: {string.Join(", ", page.Sections.Select(s => s.Heading))}. \"open section checks\" or /page {page.Id}#… shows one.");
        return string.Join('\n', lines);
    }

    /// <summary>A section and those inside it.</summary>
    private static IEnumerable<int> Below(Page page, Section section) =>
        Enumerable.Range(0, page.Sections.Count).Where(s => page.Sections[s].Id == section.Id || page.Sections[s].Id.StartsWith($"{section.Id}/", StringComparison.Ordinal));

    private static IEnumerable<string> Lines(OpenPage open, int section)
    {
        var units = open.Units.Where(u => u.Section == section && u.Kind is not (UnitKind.Title or UnitKind.Heading)).ToList();
        var lines = units.Take(MostLines).Select(u => u.Kind == UnitKind.Item ? $"  - {u.Text}" : $"  {u.Text}");
        return units.Count > MostLines ? lines.Append($"  … {units.Count - MostLines} more lines in the file") : lines;
    }
}

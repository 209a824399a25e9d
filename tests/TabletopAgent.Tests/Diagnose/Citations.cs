using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Diagnose;

/// <summary>Looks up every page and section that a report names.</summary>
internal static class Citations
{
    public static IEnumerable<string> Dead(Report report, KnowledgeBase knowledge)
    {
        var d = report.Diagnosis;
        var named = d.Pages.Select(p => (p.Id, p.Section)).Concat(d.Steps.Select(s => (s.Page, s.Section))).Concat(d.Actions.Select(a => (a.Page, a.Section)))
            .Concat(d.Layers.SelectMany(l => l.RefutedBy).Where(r => r.EndsWith(')') && r.Contains('#')).Select(r => r[(r.LastIndexOf('(') + 1)..^1]).Select(s => (s.Split('#')[0], s)));
        foreach (var (page, section) in named)
            if (knowledge.Find(page) is not { } found) yield return $"page {page} does not exist";
            else if (found.Sections.All(s => s.Id != section)) yield return $"section {section} does not exist";
    }
}

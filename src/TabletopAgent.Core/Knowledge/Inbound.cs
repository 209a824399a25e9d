using System.Text.RegularExpressions;
using TabletopAgent.Text;

namespace TabletopAgent.Knowledge;

/// <summary>Collects, for every page, the lines of other pages that name it.</summary>
internal static partial class Inbound
{
    private const int FewWords = 4;

    /// <param name="pages">All pages of one folder.</param>
    /// <param name="notes">Takes links that lead nowhere or were resolved by a guess.</param>
    public static List<List<string>> Lines(IReadOnlyList<OpenPage> pages, List<Note> notes)
    {
        var resolver = new LinkResolver(pages.Select(p => p.Page.Id));
        var index = pages.Select((p, i) => (p.Page.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var inbound = pages.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var known = new Terms.Known();
        foreach (var page in pages)
        {
            for (var u = 0; u < page.Units.Count; u++)
            {
                var unit = page.Units[u];
                if (unit.Links.Count == 0) continue;
                var targets = Targets(page, unit, resolver, notes);
                if (targets.Count is 0 or > 6 || Navigation().IsMatch(unit.Text)) continue;
                var line = Said(page.Units, u, known);
                foreach (var target in targets) inbound[index[target]].Add(line);
            }
        }

        return [.. inbound.Select(l => l.Order(StringComparer.Ordinal).ToList())];
    }

    private static List<string> Targets(OpenPage page, Unit unit, LinkResolver resolver, List<Note> notes)
    {
        var targets = new List<string>();
        foreach (var link in unit.Links)
        {
            var place = new Place(page.Page.File, link.Line);
            if (resolver.Resolve(page.Page.Id, link.Target) is not { } found)
            {
                if (LinkResolver.Inside(page.Page.Id, link.Target)) notes.Add(Notes.DeadLink(place, link.Target));
                continue;
            }

            if (found.How.Length > 0) notes.Add(Notes.LinkResolvedBy(place, link.Target, found.How, found.Id));
            if (found.Id != page.Page.Id && !targets.Contains(found.Id)) targets.Add(found.Id);
        }

        return targets;
    }

    /// <summary>The line itself, or with the one before it when it says little more than "open: page".</summary>
    private static string Said(IReadOnlyList<Unit> units, int at, Terms.Known known)
    {
        var own = units[at].Text;
        foreach (var link in units[at].Links.Where(l => l.Text.Length > 0)) own = own.Replace(link.Text, " ", StringComparison.Ordinal);
        if (Terms.Keys(own, known).Length >= FewWords || at == 0) return units[at].Text;
        var before = at - 1;
        while (before > 0 && units[before].Links.Count > 0 && units[before].Kind != UnitKind.Heading && at - before < 4) before--;
        var text = units[before].Text;
        return $"{(text.Length > 300 ? text[^300..] : text)} {units[at].Text}";
    }

    [GeneratedRegex(@"back to|return to|you are in|reorient", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)] private static partial Regex Navigation();
}

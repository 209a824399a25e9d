namespace TabletopAgent.Knowledge;

/// <summary>Follows every link that means a page: dead ones in our own pages are errors, in anybody else's a warning.</summary>
internal static class LinkLint
{
    /// <param name="upstream">Paths that our own pages may link to without having them at hand.</param>
    public static void Check(IReadOnlyList<OpenPage> pages, IEnumerable<string> upstream, List<Note> notes)
    {
        var near = new LinkResolver(pages.Select(p => p.Page.Id));
        var far = new LinkResolver(upstream.Select(p => p[..^3]));
        foreach (var page in pages)
            foreach (var link in page.Units.SelectMany(u => u.Links))
            {
                var at = new Place(page.Page.File, link.Line);
                if (near.Resolve(page.Page.Id, link.Target) is { } found)
                {
                    if (found.How.Length > 0) notes.Add(Notes.LinkResolvedBy(at, link.Target, found.How, found.Id));
                }
                else if (LinkResolver.Inside(page.Page.Id, link.Target) && !(page.Page.Ours && far.Resolve(page.Page.Id, link.Target) is { How: "" }))
                    notes.Add(Notes.DeadLink(at, link.Target) with { Severity = page.Page.Ours ? Severity.Error : Severity.Warning });
            }
    }
}

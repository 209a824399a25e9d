namespace TabletopAgent.Agent.Grounding;

/// <summary>Pages, sections and addresses: they are known when they are read; here, whether the right ones are named for what is said.</summary>
internal static class PageCheck
{
    public static Fault? Check(Leaf leaf, SourceIndex sources)
    {
        var pages = leaf.All(Form.Page).Select(i => leaf.Lexemes[i].Value).ToList();
        var urls = leaf.All(Form.Url).Select(i => leaf.Lexemes[i].Value).ToList();
        if (pages.Count == 0 && urls.Count == 0) return null;
        var references = sources.Sources.Report.Diagnosis.Pages;
        // An address belongs to the page named beside it.
        foreach (var url in urls)
            if (references.FirstOrDefault(p => p.Url == url) is { } owner && pages.Count > 0 && pages.TrueForAll(p => Id(p) != owner.Id)) return new Fault(Why.Address, url);

        if (leaf.Values(Cat.Layer) is [var layer] && pages.Any(p => sources.LayerOf(p) is { } own && own != layer)) return new Fault(Why.Page, pages[0]);
        if (leaf.Values(Cat.Layer).Count > 1 && pages.Count > 0) return new Fault(Why.Page, pages[0]);
        if (pages.Count > 0 && leaf.Values(Cat.Rank) is [var rank])
        {
            var at = rank switch { "first" => 0, "second" => 1, _ => -1 };
            if (at < 0 || at >= references.Count || Id(pages[0]) != references[at].Id) return new Fault(Why.Page, pages[0]);
            leaf.Use(Cat.Rank);
        }

        leaf.Use(Form.Page);
        leaf.Use(Form.Url);
        leaf.Verify();
        return null;
    }

    private static string Id(string page) => page.Split('#')[0];
}

namespace TabletopAgent.Knowledge;

/// <summary>Files in, everything known out.</summary>
internal static class KnowledgeBuilder
{
    // What reading leaves behind is ten times the pages; left to itself the collector lets all of it pile up.
    private const int FilesAtOnce = 64;

    public static KnowledgeBase Build(KnowledgeFiles files, string? cache, List<Note> notes)
    {
        var teachers = Read(files.Teachers, notes).Where(p => p.Page.Ours).ToList();
        var pages = ReferenceEquals(files.Pages, files.Teachers) ? teachers : Distinct(Read(files.Pages, notes), notes);
        teachers = Distinct([.. pages.Where(p => p.Page.Ours), .. teachers], []);
        var layers = new FolderLayers(teachers.Select(t => t.Page), files.Folders, notes);
        pages = [.. pages.Select(p => p.Page.Ours ? p : p with { Page = p.Page with { Layer = layers.Of(p.Page.Id) } })];
        var rules = files.Rules is { } rulesFile ? Rule.Read(rulesFile.Text, rulesFile.File, notes) : [];
        var inbound = Inbound.Lines(pages, notes);
        Reclaim(pages.Count);
        var search = PageSearch.Build(pages, inbound);
        Reclaim(pages.Count);
        var guides = teachers.ConvertAll(Taught.By);
        var ear = Lessons.Of(guides, files.Verdicts, notes).Learn(files.Home, cache);
        return new KnowledgeBase([.. pages.Select(p => p.Page)], [.. teachers.Select(t => t.Page)], rules, [.. files.Verdicts.SelectMany(VerdictLines.Asks)],
            guides.ToDictionary(g => g.Page.Id, g => Remedy.Of(g.Guide), StringComparer.Ordinal), search, ear, notes, files.Hash) { Homes = [files.Home] };
    }

    /// <summary>What the pages of our own form teach, without the rest.</summary>
    public static Lessons Teach(KnowledgeFiles files, List<Note> notes) =>
        Lessons.Of([.. Read(files.Teachers, notes).Where(p => p.Page.Ours).Select(Taught.By)], files.Verdicts, notes);

    private static List<OpenPage> Read(IReadOnlyList<KnowledgeFile> files, List<Note> notes)
    {
        var read = new (OpenPage? Page, List<Note> Notes)[files.Count];
        for (var from = 0; from < files.Count; from += FilesAtOnce)
        {
            Parallel.For(from, Math.Min(files.Count, from + FilesAtOnce), i =>
            {
                var own = new List<Note>();
                read[i] = (PageReader.Read(files[i].Text, files[i].Path, files[i].File, own), own);
            });
            Reclaim(files.Count);
        }

        foreach (var (_, own) in read) notes.AddRange(own);
        return [.. read.Select(r => r.Page).OfType<OpenPage>()];
    }

    /// <summary>Nothing for a library of the size of the shipped one: that start is short.</summary>
    private static void Reclaim(int pages)
    {
        if (pages > 2 * FilesAtOnce) GC.Collect();
    }

    private static List<OpenPage> Distinct(List<OpenPage> pages, List<Note> notes)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var distinct = new List<OpenPage>();
        foreach (var page in pages)
        {
            if (seen.TryAdd(page.Page.Id, page.Page.File)) distinct.Add(page);
            else if (seen[page.Page.Id] != page.Page.File) notes.Add(TabletopAgent.Notes.SamePageTwice(new Place(page.Page.File), page.Page.Id, seen[page.Page.Id]));
        }

        return distinct;
    }
}

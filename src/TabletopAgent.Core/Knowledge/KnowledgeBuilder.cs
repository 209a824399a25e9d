using System.Security.Cryptography;
using System.Text;
using TabletopAgent.Hearing;

namespace TabletopAgent.Knowledge;

/// <summary>Files in, everything known out.</summary>
internal static class KnowledgeBuilder
{
    public static KnowledgeBase Build(KnowledgeFiles files, string? cache, List<Note> notes)
    {
        var teachers = Read(files.Teachers, notes).Where(p => p.Page.Ours).ToList();
        var pages = ReferenceEquals(files.Pages, files.Teachers) ? teachers : Distinct(Read(files.Pages, notes), notes);
        teachers = Distinct([.. pages.Where(p => p.Page.Ours), .. teachers], []);
        var layers = new FolderLayers(teachers.Select(t => t.Page), files.Folders, notes);
        pages = [.. pages.Select(p => p.Page.Ours ? p : p with { Page = p.Page with { Layer = layers.Of(p.Page.Id) } })];
        var rules = files.Rules is { } rulesFile ? Rule.Read(rulesFile.Text, rulesFile.File, notes) : [];
        var search = PageSearch.Build(pages, Inbound.Lines(pages, notes));
        var ear = Learn(Lines(teachers, files.Verdicts, notes), cache);
        return new KnowledgeBase([.. pages.Select(p => p.Page)], [.. teachers.Select(t => t.Page)], rules, [.. files.Verdicts.SelectMany(VerdictLines.Asks)], search, ear, notes, files.Hash);
    }

    /// <summary>Learning takes a second, and most sets of pages are heard by the same lines.</summary>
    private static Ear Learn(List<Example> lines, string? cache)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes($"{line.Label}\0{line.Page}\0{line.Text}\n"));
        var key = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (cache is not null && KnowledgeCache.Ear(cache, key) is { } known) return known;
        var ear = Ear.Learn(lines, Layers.All);
        if (cache is not null) KnowledgeCache.Write(cache, key, ear);
        return ear;
    }

    private static List<OpenPage> Read(IReadOnlyList<KnowledgeFile> files, List<Note> notes)
    {
        var read = new (OpenPage? Page, List<Note> Notes)[files.Count];
        Parallel.For(0, files.Count, i =>
        {
            var own = new List<Note>();
            read[i] = (PageReader.Read(files[i].Text, files[i].Path, files[i].File, own), own);
        });
        foreach (var (_, own) in read) notes.AddRange(own);
        return [.. read.Select(r => r.Page).OfType<OpenPage>()];
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

    /// <summary>Every line somebody could say, with what it means; look-alikes teach what they are, not what they sound like.</summary>
    private static List<Example> Lines(IEnumerable<OpenPage> teachers, IReadOnlyList<KnowledgeFile> verdicts, List<Note> notes)
    {
        var lines = new List<Example>();
        foreach (var page in teachers.Where(t => Layers.Known(t.Page.Layer!)).OrderBy(t => t.Page.Id, StringComparer.Ordinal))
            lines.AddRange(GuideReader.Read(page).HeardAs.Select(l => new Example(l.Text, page.Page.Layer!, page.Page.Id)));
        foreach (var file in verdicts)
        {
            var verdict = Path.GetFileNameWithoutExtension(file.Path) == Ear.Healthy ? Ear.Healthy : Ear.NeedData;
            foreach (var line in VerdictLines.Read(file, notes)) lines.Add(new Example(line.Text, line.Layer ?? verdict, null));
        }

        return lines;
    }
}

using TabletopAgent.Knowledge;

namespace TabletopAgent.Benchmarks;

/// <summary>
/// How well search finds a page by a line that it has never seen: every fifth line of "heard as" is taken out of the shipped pages and
/// asked for, by words alone and by words and meaning.
/// </summary>
internal static class SearchScores
{
    public static void Print()
    {
        var files = KnowledgeFiles.Read(Setting.Shipped, [], []);
        var pages = files.Pages.Select(f => PageReader.Read(f.Text, f.Path, f.File, [])).OfType<OpenPage>().Where(p => p.Page.Ours).ToList();
        var asked = pages.Select(Taught.By).SelectMany(t => t.Guide.HeardAs.Where((_, i) => i % 5 == 0).Select(l => (l.Text, t.Page.Id))).ToList();
        var hidden = asked.Select(a => a.Text).ToHashSet(StringComparer.Ordinal);
        pages = pages.ConvertAll(p => p with { Units = [.. p.Units.Where(u => !hidden.Contains(u.Text))] });
        var search = PageSearch.Build(pages, Inbound.Lines(pages, []));
        Console.WriteLine($"{asked.Count} lines held back of {pages.Count} pages, top-1 / top-3 by words {Share(search.Score)}; by words and meaning {Share(search.Find)}");

        string Share(Func<string, double[]> score)
        {
            var places = asked.AsParallel().Select(a => Place(score(a.Text), a.Id)).ToList();
            return $"{100.0 * places.Count(p => p < 1) / places.Count:0.0} / {100.0 * places.Count(p => p < 3) / places.Count:0.0} %";
        }

        int Place(double[] scores, string id) => scores.Select((score, p) => (score, pages[p].Page.Id)).OrderByDescending(s => s.score).TakeWhile(s => s.Id != id).Count();
    }
}

using TabletopAgent.Hearing;
using TabletopAgent.Markdown;
using TabletopAgent.Text;

namespace TabletopAgent.Knowledge;

/// <summary>
/// Finds pages by words and by meaning. A page is known by what it says, by its title, and by what other pages say where they link to it:
/// a line of symptoms that ends "open: that page" is the best evidence there is for that page.
/// </summary>
internal sealed class PageSearch
{
    private const double Said = 1.0, SaidOf = 1.0, SaidOfLine = 1.0, SoundsLike = 1.0, Means = 1.0, Titled = 0.2, Linked = 0.1;

    private readonly int _pages;
    private readonly Bm25 _body;
    private readonly Bm25 _title;
    private readonly Bm25 _inbound;
    private readonly Bm25 _inboundLines;
    private readonly NearestLines _nearest;
    private readonly int[] _lineOwner;
    private readonly float[] _degree;
    private readonly Meanings _meanings;

    private PageSearch(int pages, Bm25 body, Bm25 title, Bm25 inbound, Bm25 inboundLines, NearestLines nearest, int[] lineOwner, float[] degree, Meanings meanings) =>
        (_pages, _body, _title, _inbound, _inboundLines, _nearest, _lineOwner, _degree, _meanings) = (pages, body, title, inbound, inboundLines, nearest, lineOwner, degree, meanings);

    /// <param name="pages">All pages of the library.</param>
    /// <param name="inbound">Per page, the lines of other pages that link to it.</param>
    public static PageSearch Build(IReadOnlyList<OpenPage> pages, IReadOnlyList<IReadOnlyList<string>> inbound)
    {
        var lines = new List<string>();
        var owner = new List<int>();
        for (var p = 0; p < pages.Count; p++)
        {
            lines.AddRange(inbound[p]);
            for (var i = 0; i < inbound[p].Count; i++) owner.Add(p);
        }

        NearestLines? nearest = null;
        Bm25? body = null, title = null, linked = null, eachLine = null;
        Parallel.Invoke(() => nearest = NearestLines.Build(lines), () =>
        {
            var known = new Terms.Known();
            body = Bm25.Build([.. pages.Select(p => Terms.Keys(string.Join('\n', p.Units.Select(u => u.Text)), known))], 1.5, 0.7);
            title = Bm25.Build([.. pages.Select(p => Terms.Keys($"{p.Page.Title} {Name(p.Page.Id)}", known))], 1.2, 0.3);
            var terms = lines.Select(l => Terms.Keys(l, known)).ToList();
            eachLine = Bm25.Build(terms, 1.2, 0.4);
            linked = Bm25.Build(Joined(terms, inbound), 0.9, 0.5);
        });
        var most = Math.Log(1 + inbound.Select(l => l.Count).DefaultIfEmpty(0).Max());
        return new PageSearch(
            pages.Count, body!, title!, linked!, eachLine!, nearest!, [.. owner], [.. inbound.Select(l => most > 0 ? (float)(Math.Log(1 + l.Count) / most) : 0f)],
            Meanings.Of(pages));
    }

    /// <summary>The lines of each page as one text.</summary>
    private static List<ulong[]> Joined(List<ulong[]> lines, IReadOnlyList<IReadOnlyList<string>> inbound)
    {
        var (joined, next) = (new List<ulong[]>(), 0);
        foreach (var page in inbound)
        {
            var own = lines.GetRange(next, page.Count);
            next += page.Count;
            var (all, at) = (new ulong[own.Sum(l => l.Length)], 0);
            foreach (var line in own)
            {
                line.CopyTo(all, at);
                at += line.Length;
            }

            joined.Add(all);
        }

        return joined;
    }

    /// <returns>By words, a score per page; each kind of evidence counts relative to the page that has most of it.</returns>
    public double[] Score(string text)
    {
        var terms = Terms.Distinct(text);
        var total = new double[_pages];
        Add(total, Of(_body, terms), Said);
        Add(total, Of(_title, terms), Titled);
        Add(total, Of(_inbound, terms), SaidOf);
        var lines = new double[_lineOwner.Length];
        _inboundLines.Score(terms, lines);
        Add(total, Best(lines), SaidOfLine);
        Add(total, Best(_nearest.Cosines(text)), SoundsLike);
        for (var p = 0; p < _pages; p++)
            if (total[p] > 0) total[p] += Linked * _degree[p];
        return total;
    }

    /// <summary>
    /// By words and by meaning, for a person who searches. A diagnosis keeps to <see cref="Score"/>: it has the lines that pages are heard
    /// as to go by, and meaning was measured to add nothing there. Where no word is known, meaning is a guess: nothing is found.
    /// </summary>
    public double[] Find(string text)
    {
        var total = Score(text);
        if (total.Any(score => score > 0)) Add(total, _meanings.Nearest(text, _pages), Means);
        return total;
    }

    private double[] Of(Bm25 index, ulong[] terms)
    {
        var scores = new double[_pages];
        index.Score(terms, scores);
        return scores;
    }

    /// <summary>The best line of each page.</summary>
    private double[] Best(double[] lines)
    {
        var best = new double[_pages];
        for (var i = 0; i < lines.Length; i++) best[_lineOwner[i]] = Math.Max(best[_lineOwner[i]], lines[i]);
        return best;
    }

    private static void Add(double[] total, double[] scores, double weight)
    {
        var most = scores.Length == 0 ? 0 : scores.Max();
        if (most <= 0) return;
        for (var p = 0; p < scores.Length; p++) total[p] += weight * scores[p] / most;
    }

    /// <summary>The file's name as words; it is as untrusted as the text.</summary>
    private static string Name(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ').Replace('-', ' ') is var name && Addressed.ToModel(name) ? "" : name;

    public void Write(BinaryWriter to)
    {
        to.Write(_pages);
        _body.Write(to);
        _title.Write(to);
        _inbound.Write(to);
        _inboundLines.Write(to);
        _nearest.Write(to);
        Blobs.Write(to, _lineOwner);
        Blobs.Write(to, _degree);
        _meanings.Write(to);
    }

    public static PageSearch Read(BinaryReader from) => new(
        from.ReadInt32(), Bm25.Read(from), Bm25.Read(from), Bm25.Read(from), Bm25.Read(from), NearestLines.Read(from), Blobs.Ints(from), Blobs.Floats(from),
        Meanings.Read(from));
}

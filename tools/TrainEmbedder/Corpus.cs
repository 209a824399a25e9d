using TabletopAgent.Embedding;

namespace TrainEmbedder;

/// <param name="Section">Pairs with one number share text and are no counter-examples of each other.</param>
internal sealed record Pair(int[] Title, int[] Text, int Section);

/// <param name="Cosine">What the cosine should be.</param>
internal sealed record Likeness(int[] A, int[] B, double Cosine);

/// <summary>The texts to learn from, as word numbers: the most frequent word is 0.</summary>
internal sealed class Corpus
{
    /// <summary>The sentences are few beside the sections, and each word of them is wanted.</summary>
    private const int LikenessCounts = 2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<long> _counts = [];

    public Corpus(Inputs inputs)
    {
        var pairs = inputs.Learn.Select(h => new Pair(Numbers(h.Title, 1), Numbers(h.Text, 1), h.Section)).Where(p => p.Title.Length > 0 && p.Text.Length > 0).ToArray();
        var likeness = inputs.Likeness
            .Select(j => new Likeness(Numbers(j.A, LikenessCounts), Numbers(j.B, LikenessCounts), Recipe.Unlike + ((1 - Recipe.Unlike) * j.Score / 5))).ToArray();

        var order = Enumerable.Range(0, _words.Count).OrderByDescending(i => _counts[i]).ThenBy(i => _words[i], StringComparer.Ordinal).ToArray();
        var rank = new int[order.Length];
        for (var r = 0; r < order.Length; r++) rank[order[r]] = r;
        foreach (var text in pairs.SelectMany(p => (int[][])[p.Title, p.Text]).Concat(likeness.SelectMany(l => (int[][])[l.A, l.B])))
            for (var i = 0; i < text.Length; i++) text[i] = rank[text[i]];
        (Pairs, Likeness, Words, Counts) = (pairs, likeness, [.. order.Select(i => _words[i])], [.. order.Select(i => _counts[i])]);
    }

    public Pair[] Pairs { get; }

    public Likeness[] Likeness { get; }

    public string[] Words { get; }

    public long[] Counts { get; }

    private int[] Numbers(string text, int count)
    {
        var numbers = new List<int>();
        var known = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new Tokens(text, stackalloc char[Tokens.Longest]);
        while (tokens.MoveNext())
        {
            if (!known.TryGetValue(tokens.Current, out var number))
            {
                number = _words.Count;
                known[tokens.Current] = number;
                _words.Add(tokens.Current.ToString());
                _counts.Add(0);
            }

            _counts[number] += count;
            numbers.Add(number);
        }

        return [.. numbers];
    }
}

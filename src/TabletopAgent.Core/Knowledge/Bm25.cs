using TabletopAgent.Text;

namespace TabletopAgent.Knowledge;

/// <summary>An inverted index with the BM25 weight of every term in every document worked out beforehand.</summary>
internal sealed class Bm25
{
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int[] _documents;
    private readonly float[] _weights;

    private Bm25(ulong[] keys, int[] starts, int[] documents, float[] weights) =>
        (_keys, _starts, _documents, _weights) = (keys, starts, documents, weights);

    /// <param name="texts">A text per document.</param>
    /// <param name="k1">How soon a repeated term stops counting.</param>
    /// <param name="b">How much long documents are held back, 0–1.</param>
    public static Bm25 Build(IReadOnlyList<string> texts, double k1, double b)
    {
        var postings = new SortedDictionary<ulong, List<(int Document, int Count)>>();
        var lengths = new int[texts.Count];
        for (var d = 0; d < texts.Count; d++)
        {
            var counts = new Dictionary<ulong, int>();
            foreach (var term in Terms.Of(texts[d]))
            {
                var key = Terms.Key(term);
                counts[key] = counts.GetValueOrDefault(key) + 1;
                lengths[d]++;
            }

            foreach (var (key, count) in counts)
            {
                if (!postings.TryGetValue(key, out var list)) postings[key] = list = [];
                list.Add((d, count));
            }
        }

        var average = Math.Max(1.0, lengths.Length == 0 ? 1 : lengths.Average());
        var (keys, starts) = (new ulong[postings.Count], new int[postings.Count + 1]);
        var (documents, weights) = (new List<int>(), new List<float>());
        var n = 0;
        foreach (var (key, list) in postings)
        {
            keys[n] = key;
            var idf = Math.Log(1 + (texts.Count - list.Count + 0.5) / (list.Count + 0.5));
            foreach (var (d, count) in list)
            {
                documents.Add(d);
                weights.Add((float)(idf * count * (k1 + 1) / (count + k1 * (1 - b + b * lengths[d] / average))));
            }

            starts[++n] = documents.Count;
        }

        return new Bm25(keys, starts, [.. documents], [.. weights]);
    }

    /// <summary>Adds the weight of every distinct term to the scores, one per document.</summary>
    public void Score(IReadOnlyCollection<string> terms, Span<double> scores)
    {
        foreach (var term in terms.Distinct())
        {
            var at = Array.BinarySearch(_keys, Terms.Key(term));
            if (at < 0) continue;
            for (var i = _starts[at]; i < _starts[at + 1]; i++) scores[_documents[i]] += _weights[i];
        }
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _keys);
        Blobs.Write(to, _starts);
        Blobs.Write(to, _documents);
        Blobs.Write(to, _weights);
    }

    public static Bm25 Read(BinaryReader from) =>
        new(Blobs.Read<ulong>(from), Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<float>(from));
}

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

    /// <param name="texts">Per document the keys of its terms.</param>
    /// <param name="k1">How soon a repeated term stops counting.</param>
    /// <param name="b">How much long documents are held back, 0–1.</param>
    public static Bm25 Build(IReadOnlyList<ulong[]> texts, double k1, double b)
    {
        var (keys, starts, documents, counts) = Count(texts);
        var average = 1.0;
        if (texts.Count > 0) average = Math.Max(1.0, (double)texts.Sum(t => (long)t.Length) / texts.Count);
        var weights = new float[documents.Length];
        for (var n = 0; n < keys.Length; n++)
        {
            var having = starts[n + 1] - starts[n];
            var idf = Math.Log(1 + (texts.Count - having + 0.5) / (having + 0.5));
            for (var i = starts[n]; i < starts[n + 1]; i++)
                weights[i] = (float)(idf * counts[i] * (k1 + 1) / (counts[i] + k1 * (1 - b + b * texts[documents[i]].Length / average)));
        }

        return new Bm25(keys, starts, documents, weights);
    }

    /// <summary>Per key, ascending, the documents that have it, ascending, and how often.</summary>
    private static (ulong[] Keys, int[] Starts, int[] Documents, int[] Counts) Count(IReadOnlyList<ulong[]> texts)
    {
        var table = new KeyTable();
        var (numbers, n) = (new int[texts.Sum(t => t.Length)], 0);
        foreach (var text in texts)
            foreach (var key in text) numbers[n++] = table.Add(key, out _);
        var keys = table.Keys.ToArray();
        Array.Sort(keys);
        var rank = new int[keys.Length];
        for (var r = 0; r < keys.Length; r++) rank[table.Add(keys[r], out _)] = r;

        // Counted into place: the documents of a key keep their order, so those of one document lie together.
        var starts = new int[keys.Length + 1];
        foreach (var number in numbers) starts[rank[number] + 1]++;
        for (var r = 1; r < starts.Length; r++) starts[r] += starts[r - 1];
        var (next, whose) = ((int[])starts.Clone(), new int[numbers.Length]);
        n = 0;
        for (var d = 0; d < texts.Count; d++)
            for (var i = 0; i < texts[d].Length; i++) whose[next[rank[numbers[n++]]]++] = d;

        var (counts, cells) = (new int[whose.Length], 0);
        for (var r = 0; r < keys.Length; r++)
        {
            var (from, first) = (starts[r], cells);
            for (starts[r] = first; from < starts[r + 1]; from++)
            {
                if (cells == first || whose[cells - 1] != whose[from]) whose[cells++] = whose[from];
                counts[cells - 1]++;
            }
        }

        starts[^1] = cells;
        Array.Resize(ref whose, cells);
        return (keys, starts, whose, counts);
    }

    /// <summary>Adds the weight of every term to the scores, one per document.</summary>
    /// <param name="terms">Distinct keys.</param>
    public void Score(ReadOnlySpan<ulong> terms, Span<double> scores)
    {
        foreach (var term in terms)
        {
            var at = Place(term);
            if (at < 0) continue;
            for (var i = _starts[at]; i < _starts[at + 1]; i++) scores[_documents[i]] += _weights[i];
        }
    }

    private int Place(ulong key)
    {
        var (low, high) = (0, _keys.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (_keys[middle] == key) return middle;
            if (_keys[middle] < key) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _keys);
        Blobs.Write(to, _starts);
        Blobs.Write(to, _documents);
        Blobs.Write(to, _weights);
    }

    public static Bm25 Read(BinaryReader from) =>
        new(Blobs.Longs(from), Blobs.Ints(from), Blobs.Ints(from), Blobs.Floats(from));
}

using TabletopAgent.Embedding;

namespace TrainEmbedder;

/// <summary>What is learned: a row for each word and each bucket of word parts, and a weight for each word.</summary>
/// <remarks>A kind is a way to hear a word: kind w is word w, kind w + Words is the same word as if it were unknown, by its parts alone.</remarks>
internal sealed class Table
{
    private const double Tiny = 1e-10;

    private readonly ParallelOptions _threads;
    private readonly float[] _rowSum, _weightSum;
    private readonly int[] _start, _row;
    private readonly float[] _share;
    private readonly Average _average = new();

    public Table(Corpus corpus, ParallelOptions threads)
    {
        _threads = threads;
        Words = corpus.Words.Length;
        Known = Math.Min(Recipe.Words, Words);
        Rows = new float[(Known + Recipe.Buckets) * Recipe.Dim];
        _rowSum = new float[Known + Recipe.Buckets];
        var dice = new Dice(Recipe.Seed);
        // The first number of a vector is the common one: no row has it.
        for (var i = 0; i < Rows.Length; i++) Rows[i] = i % Recipe.Dim == 0 ? 0 : (float)(dice.Normal() / Math.Sqrt(Recipe.Dim));

        // The last weight is that of all unknown words, which are rare ones.
        Weights = new float[Known + 1];
        _weightSum = new float[Known + 1];
        var total = (double)corpus.Counts.Sum();
        for (var i = 0; i < Known; i++) Weights[i] = (float)Math.Log(Recipe.Frequent / (Recipe.Frequent + (corpus.Counts[i] / total)));

        var (start, row, share) = (new List<int> { 0 }, new List<int>(), new List<float>());
        var parts = new int[WordKeys.MostParts];
        for (var kind = 0; kind < 2 * Words; kind++)
        {
            if (kind < Known)
            {
                row.Add(kind);
                share.Add(1);
            }

            var count = WordKeys.Parts(corpus.Words[kind % Words], Recipe.Buckets, parts);
            row.AddRange(parts[..count].Select(p => Known + p));
            share.AddRange(Enumerable.Repeat((float)(Recipe.PartShare / Math.Sqrt(count)), count));
            start.Add(row.Count);
        }

        (_start, _row, _share) = ([.. start], [.. row], [.. share]);
    }

    /// <summary>All words, and those of them that have a row.</summary>
    public int Words { get; }

    public int Known { get; }

    public float[] Rows { get; }

    /// <summary>Logarithms of weights.</summary>
    public float[] Weights { get; }

    public float Weight(int kind) => MathF.Exp(Weights[WeightOf(kind)]);

    /// <summary>The vector of a word before its weight.</summary>
    public void Compose(int kind, Span<float> into)
    {
        into.Clear();
        for (var i = _start[kind]; i < _start[kind + 1]; i++) Matrix.Add(into, _share[i], Rows.AsSpan(_row[i] * Recipe.Dim, Recipe.Dim));
    }

    /// <summary>One step of Adagrad, one rate a row. A row that many kinds share takes what each asks for, in their order, on one thread.</summary>
    public void Step(IReadOnlyList<int> kinds, float[] gradients, float[] weightGradients, double rate, double weightRate)
    {
        var asks = new int[_rowSum.Length + 1];
        foreach (var kind in kinds)
            for (var i = _start[kind]; i < _start[kind + 1]; i++) asks[_row[i] + 1]++;
        for (var r = 0; r < _rowSum.Length; r++) asks[r + 1] += asks[r];
        var (who, much, at) = (new int[asks[^1]], new float[asks[^1]], (int[])asks.Clone());
        for (var k = 0; k < kinds.Count; k++)
            for (var i = _start[kinds[k]]; i < _start[kinds[k] + 1]; i++)
            {
                var slot = at[_row[i]]++;
                (who[slot], much[slot]) = (k, _share[i]);
            }

        const int shards = 64;
        Parallel.For(0, shards, _threads, shard =>
        {
            var sum = new float[Recipe.Dim];
            for (var r = shard; r < _rowSum.Length; r += shards)
            {
                if (asks[r] == asks[r + 1]) continue;
                Array.Clear(sum);
                for (var i = asks[r]; i < asks[r + 1]; i++) Matrix.Add(sum, much[i], gradients.AsSpan(who[i] * Recipe.Dim, Recipe.Dim));
                sum[0] = 0;
                _rowSum[r] += Matrix.Dot(sum, sum) / Recipe.Dim;
                Matrix.Add(Rows.AsSpan(r * Recipe.Dim, Recipe.Dim), (float)(-rate / (Math.Sqrt(_rowSum[r]) + Tiny)), sum);
            }
        });

        var unknown = 0f;
        for (var k = 0; k < kinds.Count; k++)
            if (WeightOf(kinds[k]) == Known) unknown += weightGradients[k];
            else Weigh(kinds[k], weightGradients[k], weightRate);
        Weigh(Known, unknown, weightRate);
    }

    public void Remember() => _average.Add(Rows, Weights);

    public void TakeAverage() => _average.CopyTo(Rows, Weights);

    private int WeightOf(int kind) => Math.Min(kind, Known);

    private void Weigh(int word, float gradient, double rate)
    {
        _weightSum[word] += gradient * gradient;
        Weights[word] -= (float)(rate * gradient / (Math.Sqrt(_weightSum[word]) + Tiny));
    }
}

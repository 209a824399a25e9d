using TabletopAgent.Embedding;

namespace TrainEmbedder;

/// <summary>From what was learned to the file that ships: known words get their parts and weight, and every row four bits a number.</summary>
internal static class Pack
{
    private const int Steps = 7;

    public static byte[] Bytes(Table table, Corpus corpus)
    {
        var rows = new float[table.Rows.Length];
        for (var word = 0; word < table.Known; word++)
        {
            var row = rows.AsSpan(word * Recipe.Dim, Recipe.Dim);
            table.Compose(word, row);
            Matrix.Scale(row, table.Weight(word));
        }

        var parts = table.Known * Recipe.Dim;
        table.Rows.AsSpan(parts).CopyTo(rows.AsSpan(parts));

        var worth = Enumerable.Range(0, rows.Length / Recipe.Dim).Select(r => Worth(rows.AsSpan(r * Recipe.Dim, Recipe.Dim))).ToArray();
        var unit = worth.Max() / ushort.MaxValue;
        var scales = worth.Select(w => (ushort)Math.Max(1, Math.Round(w / unit))).ToArray();
        var steps = new sbyte[rows.Length];
        for (var i = 0; i < rows.Length; i++) steps[i] = (sbyte)Step(rows[i], scales[i / Recipe.Dim] * unit);

        var unknown = table.Weight(table.Known) * Recipe.PartShare;
        var shares = Enumerable.Range(0, ModelFile.ShareCount).Select(n => n == 0 ? 0 : (int)Math.Round(65536 * unknown / Math.Sqrt(n))).ToArray();
        var keys = corpus.Words.Take(table.Known).Select(w => WordKeys.Of(w)).ToArray();
        return ModelFile.Write(new ModelSizes(Recipe.Dim, Recipe.Buckets, Recipe.Half, Recipe.Common), shares, scales, keys, steps);
    }

    /// <summary>The worth of a step that loses least: to cut off a few large numbers is better than to round all of them coarsely.</summary>
    private static double Worth(ReadOnlySpan<float> row)
    {
        var largest = 0.0;
        foreach (var x in row) largest = Math.Max(largest, Math.Abs(x));
        var (best, least) = (largest / Steps, double.PositiveInfinity);
        for (var share = 100; share >= 50; share -= 5)
        {
            var worth = largest * share / 100 / Steps;
            var loss = 0.0;
            foreach (var x in row)
            {
                var off = x - (Step(x, worth) * worth);
                loss += off * off;
            }

            if (loss < least) (best, least) = (worth, loss);
        }

        return best;
    }

    private static double Step(double x, double worth) => worth > 0 ? Math.Clamp(Math.Round(x / worth), -Steps, Steps) : 0;
}

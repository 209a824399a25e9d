using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>A margin per label for a text, from weights kept in eight bits.</summary>
internal sealed class LinearModel
{
    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _biases;

    private LinearModel(string[] labels, Rarity rarity, sbyte[] weights, float[] scales, float[] biases) =>
        (Labels, Rarity, _weights, _scales, _biases) = (labels, rarity, weights, scales, biases);

    public string[] Labels { get; }

    public Rarity Rarity { get; }

    public static LinearModel Learn(Examples examples)
    {
        var (labels, rarity) = (examples.Labels, examples.Rarity);
        var lengths = examples.Vectors.Select(rarity.Length).ToArray();
        // Features are numbered anew, the common ones first, so that what is touched most lies together.
        var vectors = examples.Vectors.ConvertAll(v => Array.ConvertAll(v, rarity.Place));
        var order = ByFrequency(vectors, rarity.Count);
        var number = new int[order.Length];
        for (var i = 0; i < order.Length; i++) number[order[i]] = i;
        foreach (var vector in vectors)
            for (var i = 0; i < vector.Length; i++) vector[i] = number[vector[i]];
        var idf = Array.ConvertAll(order, place => rarity.Values[place]);
        var learned = new double[labels.Length][];
        Parallel.For(0, labels.Length, l => learned[l] = Svm.Train(vectors, idf, lengths, i => (examples.Truth[i] >> l & 1) == 1));

        var (weights, scales, biases) = (new sbyte[order.Length * labels.Length], new float[labels.Length], new float[labels.Length]);
        for (var l = 0; l < labels.Length; l++)
        {
            var most = 0.0;
            for (var i = 0; i < order.Length; i++) most = Math.Max(most, Math.Abs(learned[l][i]));
            scales[l] = most > 0 ? (float)(most / 127) : 1;
            biases[l] = (float)learned[l][^1];
            for (var i = 0; i < order.Length; i++) weights[order[i] * labels.Length + l] = (sbyte)Math.Round(learned[l][i] / scales[l]);
        }

        return new LinearModel(labels, rarity, weights, scales, biases);
    }

    private static int[] ByFrequency(List<int[]> vectors, int count)
    {
        var seen = new int[count];
        foreach (var vector in vectors)
            foreach (var place in vector) seen[place]++;
        return [.. Enumerable.Range(0, count).OrderByDescending(p => seen[p]).ThenBy(p => p)];
    }

    /// <param name="text">By the same reading as in learning, weighed by <see cref="Rarity"/>.</param>
    /// <returns>Margin per label; above 0 the label is believed.</returns>
    public double[] Margins(Weighed text)
    {
        var margins = new double[Labels.Length];
        for (var i = 0; i < text.Places.Length; i++)
        {
            var (row, share) = (text.Places[i] * margins.Length, text.Shares[i]);
            for (var l = 0; l < margins.Length; l++) margins[l] += share * _weights[row + l];
        }

        for (var l = 0; l < margins.Length; l++) margins[l] = margins[l] * _scales[l] + _biases[l];
        return margins;
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, Labels);
        Rarity.Write(to);
        Blobs.Write(to, _weights);
        Blobs.Write(to, _scales);
        Blobs.Write(to, _biases);
    }

    public static LinearModel Read(BinaryReader from) =>
        new(Blobs.Strings(from), Rarity.Read(from), Blobs.Bytes(from), Blobs.Floats(from), Blobs.Floats(from));
}

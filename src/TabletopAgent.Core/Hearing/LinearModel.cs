using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>A margin per label for a text, from weights kept in eight bits.</summary>
internal sealed class LinearModel
{
    private readonly int _row;
    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _biases;

    private LinearModel(string[] labels, sbyte[] weights, float[] scales, float[] biases, float[] idf) =>
        (Labels, _row, _weights, _scales, _biases, Idf) = (labels, labels.Length, weights, scales, biases, idf);

    public string[] Labels { get; }

    /// <summary>How rare each feature is.</summary>
    public float[] Idf { get; }

    public static LinearModel Learn(Examples examples)
    {
        var labels = examples.Labels;
        var lengths = examples.Vectors.Select(v => Examples.Length(v, examples.Idf)).ToArray();
        // Features are numbered anew, the common ones first, so that what is touched most lies together.
        var order = ByFrequency(examples.Vectors);
        var place = new int[Features.Count];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        var vectors = examples.Vectors.ConvertAll(v => Array.ConvertAll(v, f => place[f]));
        var idf = Array.ConvertAll(order, f => examples.Idf[f]);
        var learned = new double[labels.Length][];
        Parallel.For(0, labels.Length, l => learned[l] = Svm.Train(vectors, idf, lengths, i => (examples.Truth[i] >> l & 1) == 1));

        var (weights, scales, biases) = (new sbyte[Features.Count * labels.Length], new float[labels.Length], new float[labels.Length]);
        for (var l = 0; l < labels.Length; l++)
        {
            var most = 0.0;
            for (var i = 0; i < order.Length; i++) most = Math.Max(most, Math.Abs(learned[l][i]));
            scales[l] = most > 0 ? (float)(most / 127) : 1;
            biases[l] = (float)learned[l][^1];
            for (var i = 0; i < order.Length; i++) weights[order[i] * labels.Length + l] = (sbyte)Math.Round(learned[l][i] / scales[l]);
        }

        return new LinearModel(labels, weights, scales, biases, examples.Idf);
    }

    private static int[] ByFrequency(List<int[]> vectors)
    {
        var seen = Examples.Seen(vectors);
        return [.. Enumerable.Range(0, Features.Count).Where(f => seen[f] > 0).OrderByDescending(f => seen[f]).ThenBy(f => f)];
    }

    /// <param name="features">Of the text, by the same reading as in learning.</param>
    /// <returns>Margin per label; above 0 the label is believed.</returns>
    public double[] Margins(int[] features)
    {
        var length = Examples.Length(features, Idf);
        var margins = new double[Labels.Length];
        foreach (var f in features)
        {
            var value = Idf[f] / length;
            for (var l = 0; l < margins.Length; l++) margins[l] += value * _weights[f * _row + l];
        }

        for (var l = 0; l < margins.Length; l++) margins[l] = margins[l] * _scales[l] + _biases[l];
        return margins;
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, Labels);
        Blobs.Write(to, _weights);
        Blobs.Write(to, _scales);
        Blobs.Write(to, _biases);
        Blobs.Write(to, Idf);
    }

    public static LinearModel Read(BinaryReader from) =>
        new(Blobs.Strings(from), Blobs.Read<sbyte>(from), Blobs.Read<float>(from), Blobs.Read<float>(from), Blobs.Read<float>(from));
}

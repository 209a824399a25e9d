using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>What a text sounds like.</summary>
/// <param name="Labels">Margin per label of <see cref="Ear.Labels"/>; above 0 the label is believed.</param>
/// <param name="Pages">Likeness per page of <see cref="Ear.Pages"/>, 0–1.</param>
internal sealed record Heard(double[] Labels, double[] Pages);

/// <summary>
/// The program's sense for language, learned from the "heard as" lines of the pages: which layer a text sounds like, whether it sounds
/// healthy or undecidable, and which page it is nearest to. Weights are kept in eight bits.
/// </summary>
internal sealed class Ear
{
    private const int Row = 16;

    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _biases;
    private readonly float[] _idf;
    private readonly int[] _starts;
    private readonly ushort[] _owners;
    private readonly float[] _shares;

    private Ear(string[] labels, string[] pages, sbyte[] weights, float[] scales, float[] biases, float[] idf, int[] starts, ushort[] owners, float[] shares) =>
        (Labels, Pages, _weights, _scales, _biases, _idf, _starts, _owners, _shares) = (labels, pages, weights, scales, biases, idf, starts, owners, shares);

    public string[] Labels { get; }
    public string[] Pages { get; }

    /// <param name="lines">All lines, in a fixed order.</param>
    /// <param name="labels">All labels, at most 16.</param>
    public static Ear Learn(IReadOnlyList<Example> lines, string[] labels)
    {
        var examples = Examples.Of(lines, labels);
        var lengths = examples.Vectors.Select(v => Examples.Length(v, examples.Idf)).ToArray();
        var learned = new double[labels.Length][];
        Parallel.For(0, labels.Length, l => learned[l] = Svm.Train(examples.Vectors, examples.Idf, lengths, i => (examples.Truth[i] >> l & 1) == 1));

        var (weights, scales, biases) = (new sbyte[Features.Count * Row], new float[labels.Length], new float[labels.Length]);
        for (var l = 0; l < labels.Length; l++)
        {
            var most = learned[l].AsSpan(0, Features.Count).ToArray().Max(Math.Abs);
            scales[l] = most > 0 ? (float)(most / 127) : 1;
            biases[l] = (float)learned[l][^1];
            for (var f = 0; f < Features.Count; f++) weights[f * Row + l] = (sbyte)Math.Round(learned[l][f] / scales[l]);
        }

        var pages = lines.Select(l => l.Page).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var (starts, owners, shares) = Centroids(lines, pages, examples, lengths);
        return new Ear(labels, pages, weights, scales, biases, examples.Idf, starts, owners, shares);
    }

    public Heard Hear(string text)
    {
        var features = Features.Of(text);
        var length = Examples.Length(features, _idf);
        var labels = new double[Labels.Length];
        var pages = new double[Pages.Length];
        foreach (var f in features)
        {
            var value = _idf[f] / length;
            for (var l = 0; l < labels.Length; l++) labels[l] += value * _weights[f * Row + l];
            for (var i = _starts[f]; i < _starts[f + 1]; i++) pages[_owners[i]] += value * _shares[i];
        }

        for (var l = 0; l < labels.Length; l++) labels[l] = labels[l] * _scales[l] + _biases[l];
        return new Heard(labels, pages);
    }

    /// <summary>The mean of a page's lines, as postings by feature.</summary>
    private static (int[] Starts, ushort[] Owners, float[] Shares) Centroids(IReadOnlyList<Example> lines, string[] pages, Examples examples, double[] lengths)
    {
        var sums = new SortedDictionary<long, double>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Page is not { } page) continue;
            var owner = Array.BinarySearch(pages, page, StringComparer.Ordinal);
            foreach (var f in examples.Vectors[i])
            {
                var key = (long)f << 16 | (uint)owner;
                sums[key] = sums.GetValueOrDefault(key) + examples.Idf[f] / lengths[i];
            }
        }

        var squares = new double[pages.Length];
        foreach (var (key, sum) in sums) squares[key & 0xFFFF] += sum * sum;
        var starts = new int[Features.Count + 1];
        var (owners, shares) = (new ushort[sums.Count], new float[sums.Count]);
        var n = 0;
        foreach (var (key, sum) in sums)
        {
            starts[(int)(key >> 16) + 1]++;
            owners[n] = (ushort)(key & 0xFFFF);
            shares[n++] = (float)(sum / Math.Sqrt(squares[key & 0xFFFF]));
        }

        for (var f = 1; f < starts.Length; f++) starts[f] += starts[f - 1];
        return (starts, owners, shares);
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, Labels);
        Blobs.Write(to, Pages);
        Blobs.Write(to, _weights);
        Blobs.Write(to, _scales);
        Blobs.Write(to, _biases);
        Blobs.Write(to, _idf);
        Blobs.Write(to, _starts);
        Blobs.Write(to, _owners);
        Blobs.Write(to, _shares);
    }

    public static Ear Read(BinaryReader from) => new(
        Blobs.Strings(from), Blobs.Strings(from), Blobs.Read<sbyte>(from), Blobs.Read<float>(from), Blobs.Read<float>(from), Blobs.Read<float>(from),
        Blobs.Read<int>(from), Blobs.Read<ushort>(from), Blobs.Read<float>(from));
}

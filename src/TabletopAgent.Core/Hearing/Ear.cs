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
    private readonly Postings _pages;

    private Ear(string[] labels, string[] pages, sbyte[] weights, float[] scales, float[] biases, float[] idf, Postings centroids) =>
        (Labels, Pages, _weights, _scales, _biases, _idf, _pages) = (labels, pages, weights, scales, biases, idf, centroids);

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
        var centroids = Postings.Build(
            lines.Select((line, i) => (line, i)).Where(l => l.line.Page is not null).SelectMany(l =>
            {
                var owner = Array.BinarySearch(pages, l.line.Page, StringComparer.Ordinal);
                return examples.Vectors[l.i].Select(f => (f, owner, examples.Idf[f] / lengths[l.i]));
            }), pages.Length);
        return new Ear(labels, pages, weights, scales, biases, examples.Idf, centroids);
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
            _pages.Add(f, value, pages);
        }

        for (var l = 0; l < labels.Length; l++) labels[l] = labels[l] * _scales[l] + _biases[l];
        return new Heard(labels, pages);
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, Labels);
        Blobs.Write(to, Pages);
        Blobs.Write(to, _weights);
        Blobs.Write(to, _scales);
        Blobs.Write(to, _biases);
        Blobs.Write(to, _idf);
        _pages.Write(to);
    }

    public static Ear Read(BinaryReader from) => new(
        Blobs.Strings(from), Blobs.Strings(from), Blobs.Read<sbyte>(from), Blobs.Read<float>(from), Blobs.Read<float>(from), Blobs.Read<float>(from),
        Postings.Read(from));
}

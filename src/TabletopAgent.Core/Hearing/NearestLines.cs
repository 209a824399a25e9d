using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>Lines by likeness: shared stems, pairs of stems and runs of letters, the rare ones counting most.</summary>
internal sealed class NearestLines
{
    private readonly float[] _idf;
    private readonly int _count;
    private readonly Postings _postings;

    private NearestLines(float[] idf, int count, Postings postings) => (_idf, _count, _postings) = (idf, count, postings);

    public static NearestLines Build(IReadOnlyList<string> lines)
    {
        var vectors = lines.Select(Features.Of).ToList();
        var idf = Examples.Rarity(vectors);
        return new NearestLines(idf, lines.Count, Postings.Build(vectors.SelectMany((v, i) => v.Select(f => (f, i, (double)idf[f]))), lines.Count));
    }

    /// <returns>Cosine with each line, 0–1.</returns>
    public double[] Cosines(string text)
    {
        var features = Features.Of(text);
        var length = Examples.Length(features, _idf);
        var cosines = new double[_count];
        foreach (var f in features) _postings.Add(f, _idf[f] / length, cosines);
        return cosines;
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _idf);
        to.Write(_count);
        _postings.Write(to);
    }

    public static NearestLines Read(BinaryReader from) => new(Blobs.Read<float>(from), from.ReadInt32(), Postings.Read(from));
}

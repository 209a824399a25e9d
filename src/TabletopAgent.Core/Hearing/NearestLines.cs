using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>Lines by likeness: shared stems, pairs of stems and runs of letters, the rare ones counting most.</summary>
internal sealed class NearestLines
{
    private readonly Rarity _rarity;
    private readonly int _count;
    private readonly Postings _postings;

    private NearestLines(Rarity rarity, int count, Postings postings) => (_rarity, _count, _postings) = (rarity, count, postings);

    public static NearestLines Build(IReadOnlyList<string> lines)
    {
        var vectors = new int[lines.Count][];
        Parallel.For(0, lines.Count, i => vectors[i] = Features.Of(lines[i]));
        var rarity = Rarity.Of(vectors, []);
        // Postings bring all to length 1.
        var weighed = Array.ConvertAll(vectors, v => rarity.Weigh(v, 1));
        return new NearestLines(rarity, lines.Count, Postings.Build(weighed, [.. Enumerable.Range(0, lines.Count)], rarity.Count, lines.Count));
    }

    /// <returns>Cosine with each line, 0–1.</returns>
    public double[] Cosines(string text) => _postings.Cosines(_rarity.Weigh(Features.Of(text)), _count);

    public void Write(BinaryWriter to)
    {
        _rarity.Write(to);
        to.Write(_count);
        _postings.Write(to);
    }

    public static NearestLines Read(BinaryReader from) => new(Rarity.Read(from), from.ReadInt32(), Postings.Read(from));
}

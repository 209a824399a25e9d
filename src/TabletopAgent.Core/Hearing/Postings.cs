using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>Vectors of length 1, kept by feature: the cosine of a text with all of them in one pass.</summary>
internal sealed class Postings
{
    private readonly int[] _starts;
    private readonly int[] _owners;
    private readonly float[] _shares;

    private Postings(int[] starts, int[] owners, float[] shares) => (_starts, _owners, _shares) = (starts, owners, shares);

    /// <param name="vectors">Those of one owner are added up.</param>
    /// <param name="owners">Whose each vector is, ascending.</param>
    /// <param name="places">How many places of features there are.</param>
    /// <param name="count">How many owners there are.</param>
    public static Postings Build(IReadOnlyList<Weighed> vectors, IReadOnlyList<int> owners, int places, int count)
    {
        // Counted into place: entries of a feature keep the order of their vectors, so values of one cell are added in a fixed order.
        var next = new int[places + 1];
        foreach (var vector in vectors)
            foreach (var place in vector.Places) next[place + 1]++;
        for (var p = 1; p < next.Length; p++) next[p] += next[p - 1];
        var (starts, who, values) = (new int[places + 1], new int[next[^1]], new double[next[^1]]);
        Array.Copy(next, starts, next.Length);
        for (var v = 0; v < vectors.Count; v++)
        {
            var (at, shares) = (vectors[v].Places, vectors[v].Shares);
            for (var i = 0; i < at.Length; i++)
            {
                var to = next[at[i]]++;
                (who[to], values[to]) = (owners[v], shares[i]);
            }
        }

        var cells = 0;
        for (var p = 0; p < places; p++)
        {
            var (from, first) = (starts[p], cells);
            for (starts[p] = first; from < starts[p + 1]; from++)
            {
                if (cells > first && who[cells - 1] == who[from]) values[cells - 1] += values[from];
                else (who[cells], values[cells++]) = (who[from], values[from]);
            }
        }

        starts[places] = cells;
        var squares = new double[count];
        for (var i = 0; i < cells; i++) squares[who[i]] += values[i] * values[i];
        Array.Resize(ref who, cells);
        var normal = new float[cells];
        for (var i = 0; i < cells; i++) normal[i] = (float)(values[i] / Math.Sqrt(squares[who[i]]));
        return new Postings(starts, who, normal);
    }

    /// <returns>The cosine of a text with every owner's vector.</returns>
    public double[] Cosines(Weighed text, int count)
    {
        var cosines = new double[count];
        for (var n = 0; n < text.Places.Length; n++)
        {
            var share = text.Shares[n];
            for (var i = _starts[text.Places[n]]; i < _starts[text.Places[n] + 1]; i++) cosines[_owners[i]] += share * _shares[i];
        }

        return cosines;
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _starts);
        Blobs.Write(to, _owners);
        Blobs.Write(to, _shares);
    }

    public static Postings Read(BinaryReader from) => new(Blobs.Ints(from), Blobs.Ints(from), Blobs.Floats(from));
}

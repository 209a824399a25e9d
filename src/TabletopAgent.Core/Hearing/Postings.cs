using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>Vectors of length 1 over the hashed features, kept by feature: the cosine of a text with all of them in one pass.</summary>
internal sealed class Postings
{
    private readonly int[] _starts;
    private readonly int[] _owners;
    private readonly float[] _shares;

    private Postings(int[] starts, int[] owners, float[] shares) => (_starts, _owners, _shares) = (starts, owners, shares);

    /// <param name="entries">Feature, owner and value; those of one feature and owner are added up.</param>
    /// <param name="owners">How many vectors there are.</param>
    public static Postings Build(IEnumerable<(int Feature, int Owner, double Value)> entries, int owners)
    {
        var all = entries.Select((e, n) => (Key: (long)e.Feature << 24 | (uint)e.Owner, n, e.Value)).ToArray();
        // The place breaks ties, so that values of one cell are added in a fixed order.
        Array.Sort(all, (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.n.CompareTo(b.n));
        var cells = new List<(long Key, double Value)>(all.Length);
        foreach (var (key, _, value) in all)
        {
            if (cells.Count > 0 && cells[^1].Key == key) cells[^1] = (key, cells[^1].Value + value);
            else cells.Add((key, value));
        }

        var squares = new double[owners];
        foreach (var (key, value) in cells) squares[key & 0xFFFFFF] += value * value;
        var (starts, who, shares) = (new int[Features.Count + 1], new int[cells.Count], new float[cells.Count]);
        for (var i = 0; i < cells.Count; i++)
        {
            starts[(int)(cells[i].Key >> 24) + 1]++;
            who[i] = (int)(cells[i].Key & 0xFFFFFF);
            shares[i] = (float)(cells[i].Value / Math.Sqrt(squares[who[i]]));
        }

        for (var f = 1; f < starts.Length; f++) starts[f] += starts[f - 1];
        return new Postings(starts, who, shares);
    }

    /// <summary>Adds a feature of a text to the cosine of every vector that has it.</summary>
    public void Add(int feature, double value, double[] cosines)
    {
        for (var i = _starts[feature]; i < _starts[feature + 1]; i++) cosines[_owners[i]] += value * _shares[i];
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _starts);
        Blobs.Write(to, _owners);
        Blobs.Write(to, _shares);
    }

    public static Postings Read(BinaryReader from) => new(Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<float>(from));
}

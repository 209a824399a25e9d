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
        var (features, whose, values) = (new List<int>(), new List<int>(), new List<double>());
        var counts = new int[Features.Count + 1];
        foreach (var (feature, owner, value) in entries)
        {
            features.Add(feature);
            whose.Add(owner);
            values.Add(value);
            counts[feature + 1]++;
        }

        // Counted into place: entries of a feature keep the order they came in, so values of one cell are added in a fixed order.
        for (var f = 1; f < counts.Length; f++) counts[f] += counts[f - 1];
        var order = new int[features.Count];
        for (var i = 0; i < order.Length; i++) order[counts[features[i]]++] = i;

        var cells = new List<(int Feature, int Owner, double Value)>(order.Length);
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && features[order[to]] == features[order[from]]) to++;
            foreach (var owner in order[from..to].OrderBy(i => whose[i]).GroupBy(i => whose[i]))
                cells.Add((features[order[from]], owner.Key, owner.Sum(i => values[i])));
            from = to;
        }

        var squares = new double[owners];
        foreach (var (_, owner, value) in cells) squares[owner] += value * value;
        var (starts, who, shares) = (new int[Features.Count + 1], new int[cells.Count], new float[cells.Count]);
        for (var i = 0; i < cells.Count; i++)
        {
            starts[cells[i].Feature + 1]++;
            who[i] = cells[i].Owner;
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

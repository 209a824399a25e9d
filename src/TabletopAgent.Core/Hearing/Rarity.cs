using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>A text as numbers: the places of the features that are known, and what each is worth in a vector of length 1.</summary>
internal sealed record Weighed(int[] Places, double[] Shares);

/// <summary>
/// The features that were ever seen, each with how rare it is: 1 for one that stands in every line, growing with the logarithm. What is
/// kept of a feature lies at its place here; most features that there could be were never seen.
/// </summary>
internal sealed class Rarity
{
    private readonly int[] _features;
    private readonly float[] _values;
    private readonly float _unseen;

    /// <summary>By feature, counted from 1; 0 for one that is not known.</summary>
    private readonly int[] _places = new int[Features.Count];

    private Rarity(int[] features, float[] values, float unseen)
    {
        (_features, _values, _unseen) = (features, values, unseen);
        for (var i = 0; i < features.Length; i++) _places[features[i]] = i + 1;
    }

    /// <summary>How many features are known.</summary>
    public int Count => _features.Length;

    /// <summary>By place.</summary>
    public float[] Values => _values;

    /// <param name="lines">In how many of them a feature stands is what makes it rare.</param>
    /// <param name="known">Vectors whose features are known as well, though they do not count.</param>
    public static Rarity Of(IReadOnlyList<int[]> lines, IReadOnlyList<int[]> known)
    {
        var seen = new int[Features.Count];
        foreach (var line in lines)
            foreach (var feature in line) seen[feature]++;
        var isKnown = new bool[Features.Count];
        foreach (var vector in known)
            foreach (var feature in vector) isKnown[feature] = true;

        var count = 0;
        for (var f = 0; f < seen.Length; f++) count += seen[f] > 0 || isKnown[f] ? 1 : 0;
        var (features, values) = (new int[count], new float[count]);
        for (int f = 0, at = 0; f < seen.Length; f++)
        {
            if (seen[f] == 0 && !isKnown[f]) continue;
            (features[at], values[at]) = (f, Value(lines.Count, seen[f]));
            at++;
        }

        return new Rarity(features, values, Value(lines.Count, 0));
    }

    // Rounded, because the last bit of a logarithm may differ between machines.
    private static float Value(int lines, int seen) => (float)(Math.Round(Math.Log((1.0 + lines) / (1.0 + seen)), 3) + 1);

    /// <summary>Where a feature stands; below 0 for one that is not known.</summary>
    public int Place(int feature) => _places[feature] - 1;

    public float Of(int feature) => Place(feature) is var place and >= 0 ? _values[place] : _unseen;

    /// <summary>The length of a vector under these weights; 1 for an empty one.</summary>
    public double Length(int[] features)
    {
        var sum = 0.0;
        foreach (var f in features)
        {
            var value = Of(f);
            sum += (double)value * value;
        }

        return sum > 0 ? Math.Sqrt(sum) : 1;
    }

    /// <summary>Unknown features make a text longer and say nothing.</summary>
    public Weighed Weigh(int[] features) => Weigh(features, Length(features));

    public Weighed Weigh(int[] features, double length)
    {
        var (places, known) = (new int[features.Length], 0);
        foreach (var f in features)
            if (Place(f) is var place and >= 0) places[known++] = place;
        Array.Resize(ref places, known);
        var shares = new double[known];
        for (var i = 0; i < known; i++) shares[i] = _values[places[i]] / length;
        return new Weighed(places, shares);
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _features);
        Blobs.Write(to, _values);
        to.Write(_unseen);
    }

    public static Rarity Read(BinaryReader from) => new(Blobs.Ints(from), Blobs.Floats(from), from.ReadSingle());
}

namespace TabletopAgent.Text;

/// <summary>A text as a set of hashed features: stems, pairs of stems and runs of five characters, so that misspellings still meet.</summary>
internal static class Features
{
    public const int Count = 1 << 18;

    private const uint Basis = 2166136261, Prime = 16777619;

    /// <returns>Distinct features in ascending order, each below <see cref="Count"/>.</returns>
    public static int[] Of(string text)
    {
        var words = Words.Of(Normal(text));
        var found = new HashSet<int>(words.Count * 8);
        string? before = null;
        foreach (var word in words)
        {
            var stem = Stems.Of(word);
            found.Add(Fold(Hash(Hash(Basis, 'w'), stem)));
            if (before is not null) found.Add(Fold(Hash(Hash(Hash(Hash(Basis, 'b'), before), '_'), stem)));
            before = stem;
        }

        var run = " " + string.Join(' ', words) + " ";
        for (var i = 0; i + 5 <= run.Length; i++) found.Add(Fold(Hash(Hash(Basis, 'c'), run.AsSpan(i, 5))));

        var features = new int[found.Count];
        found.CopyTo(features);
        Array.Sort(features);
        return features;
    }

    /// <summary>Symbols that carry a word's meaning become that word.</summary>
    private static string Normal(string text) =>
        text.Replace("ΔS", " deltas ", StringComparison.Ordinal).Replace("λ", " lambda ", StringComparison.Ordinal)
            .Replace("→", " to ", StringComparison.Ordinal).Replace("->", " to ", StringComparison.Ordinal);

    private static uint Hash(uint hash, char c) => (hash ^ c) * Prime;

    private static uint Hash(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    private static int Fold(uint hash) => (int)((hash ^ (hash >> 18)) & (Count - 1));
}

using System.Collections.Frozen;

namespace TabletopAgent.Text;

/// <summary>The words of a text that search counts: stems, without the words that stand everywhere.</summary>
internal static class Terms
{
    private static readonly FrozenSet<string> Everywhere = (
        "a an the of to in on for and or is are was be it its this that with as at by from you your we our i my me they them their he she not no do does did " +
        "so if then than but has have had can will would should could may might what which when where who how why there here into out up down over under " +
        "again after before just only also very more most some any each all").Split(' ').ToFrozenSet();

    /// <summary>In place of the key of a word that stands everywhere.</summary>
    private const ulong Silent = 0;

    private const ulong Basis = 14695981039346656037UL, Prime = 1099511628211UL;

    public static List<string> Of(string text)
    {
        var terms = Words.Of(Normal(text));
        terms.RemoveAll(Everywhere.Contains);
        for (var i = 0; i < terms.Count; i++) terms[i] = Stems.Of(terms[i]);
        return terms;
    }

    /// <summary>A stable 64-bit key of a term (FNV-1a).</summary>
    public static ulong Key(string term)
    {
        var hash = Basis;
        foreach (var c in term) hash = (hash ^ c) * Prime;
        return hash;
    }

    /// <returns>The keys of <see cref="Of"/>, in its order.</returns>
    public static ulong[] Keys(string text, Known known)
    {
        var nfc = Words.Composed(Normal(text));
        var (keys, count) = (new ulong[nfc.Length / 2 + 1], 0);
        for (int from = 0, to = 0; Words.Next(nfc, ref from, ref to);)
        {
            var word = nfc.AsSpan(from, to - from);
            var hash = Basis;
            foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
            if (known.KeyOf(hash, word) is var key and not Silent) keys[count++] = key;
        }

        Array.Resize(ref keys, count);
        return keys;
    }

    /// <returns>The keys of a text's terms, each once, in the order they come.</returns>
    public static ulong[] Distinct(string text)
    {
        var table = new KeyTable();
        foreach (var term in Of(text)) table.Add(Key(term), out _);
        return table.Keys.ToArray();
    }

    private static string Normal(string text) => text.Replace("ΔS", " deltas ", StringComparison.Ordinal).Replace("λ", " lambda ", StringComparison.Ordinal);

    /// <summary>Words whose term is known: a library says the same few thousand over and over. Not for two threads at once.</summary>
    internal sealed class Known
    {
        private readonly KeyTable _words = new();
        private ulong[] _terms = new ulong[64];

        /// <returns>The key of the word's term, or <see cref="Silent"/>.</returns>
        public ulong KeyOf(ulong hash, ReadOnlySpan<char> word)
        {
            var n = _words.Add(hash, out var isNew);
            if (isNew)
            {
                if (n == _terms.Length) Array.Resize(ref _terms, 2 * n);
                var lower = word.ToString().ToLowerInvariant();
                _terms[n] = Everywhere.Contains(lower) ? Silent : Key(Stems.Of(lower));
            }

            return _terms[n];
        }
    }
}

namespace TabletopAgent.Embedding;

/// <summary>Numbers that stand for a word and its parts; frozen with the model, like <see cref="Tokens"/>.</summary>
internal static class WordKeys
{
    private const int Shortest = 3, LongestPart = 5;

    /// <summary>The most parts that a word has.</summary>
    public const int MostParts = 3 * Tokens.Longest;

    private const ulong Start = 14695981039346656037UL, Prime = 1099511628211UL;

    /// <summary>FNV-1a, then mixed so that all bits depend on all letters.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Start;
        foreach (var c in word) hash = (hash ^ c) * Prime;
        return Mixed(hash);
    }

    /// <summary>The buckets of all runs of 3 to 5 characters of the word between its borders.</summary>
    /// <returns>How many.</returns>
    public static int Parts(ReadOnlySpan<char> word, int buckets, Span<int> into)
    {
        Span<char> framed = stackalloc char[Tokens.Longest + 2];
        framed[0] = '<';
        word.CopyTo(framed[1..]);
        framed[word.Length + 1] = '>';
        framed = framed[..(word.Length + 2)];
        var count = 0;
        for (var i = 0; i + Shortest <= framed.Length; i++)
        {
            var hash = Start;
            for (var j = 0; j < LongestPart && i + j < framed.Length; j++)
            {
                hash = (hash ^ framed[i + j]) * Prime;
                if (j + 1 >= Shortest) into[count++] = (int)(((Mixed(hash) >> 32) * (uint)buckets) >> 32);
            }
        }

        return count;
    }

    private static ulong Mixed(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}

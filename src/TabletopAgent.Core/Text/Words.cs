using System.Text;

namespace TabletopAgent.Text;

/// <summary>Words of a text, and how near two words are.</summary>
internal static class Words
{
    /// <summary>The known name that was probably meant, or null: at most two edits away, and fewer than a third of its letters.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? best = null;
        var least = Math.Min(2, Math.Max(1, word.Length / 3)) + 1;
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - word.Length) >= least) continue;
            var edits = Edits(word, name);
            if (edits > 0 && edits < least) (best, least) = (name, edits);
        }

        return best;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two words, ignoring case.</summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var rows = new int[3][];
        for (var r = 0; r < 3; r++) rows[r] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (now, last, before) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var (x, y) = (char.ToLowerInvariant(a[i - 1]), char.ToLowerInvariant(b[j - 1]));
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (x == y ? 0 : 1));
                if (i > 1 && j > 1 && x == char.ToLowerInvariant(b[j - 2]) && y == char.ToLowerInvariant(a[i - 2])) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
        }

        return rows[a.Length % 3][b.Length];
    }

    /// <summary>Normalised tokens: NFC, lower case, runs of letters and digits. No word is left out.</summary>
    public static List<string> Of(string text)
    {
        var (tokens, nfc) = (new List<string>(), Composed(text));
        for (int from = 0, to = 0; Next(nfc, ref from, ref to);) tokens.Add(nfc[from..to].ToLowerInvariant());
        return tokens;
    }

    public static string Composed(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>Finds the next run of letters and digits at or after <paramref name="to"/>.</summary>
    public static bool Next(string text, ref int from, ref int to)
    {
        from = to;
        while (from < text.Length && !char.IsLetterOrDigit(text[from])) from++;
        to = from;
        while (to < text.Length && char.IsLetterOrDigit(text[to])) to++;
        return to > from;
    }
}

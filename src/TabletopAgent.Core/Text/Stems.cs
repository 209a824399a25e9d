namespace TabletopAgent.Text;

/// <summary>Cuts endings so that "restored", "restores" and "restoring" meet. Crude on purpose: it only has to be the same on both sides.</summary>
internal static class Stems
{
    private static readonly string[] Endings =
        ["ization", "isation", "ations", "ation", "ingly", "ments", "ment", "ness", "ings", "edly", "ing", "ies", "ied", "ers", "ed", "es", "ly", "er", "s"];

    public static string Of(string word)
    {
        if (word.Length <= 3) return word;
        if (word.Length == 4) return word[3] == 's' && word[2] != 's' ? word[..3] : word;
        foreach (var ending in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < 3) continue;
            word = word[..^ending.Length];
            if (ending is "ies" or "ied") word += "y";
            break;
        }

        if (word.Length > 3 && word[^1] == 'e') word = word[..^1];
        return word.Length > 3 && word[^1] == word[^2] && "aeiouls".IndexOf(word[^1], StringComparison.Ordinal) < 0 ? word[..^1] : word;
    }
}

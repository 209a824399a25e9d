namespace TabletopAgent.Agent.Grounding;

/// <summary>Whether words in quotation marks are somebody's, and say what they said there.</summary>
internal static class Quotes
{
    private static readonly HashSet<string> s_turning = new(
        "not no never don't doesn't didn't isn't aren't wasn't won't can't cannot hardly unless if without neither nor deny denied false wrong untrue".Split(' '), StringComparer.Ordinal);

    /// <summary>The words stand there in a row, as a whole statement or as a good part of one that nothing before them turns round.</summary>
    public static bool Holds(string said, string quote)
    {
        var clauses = SourceUnits.Cut(said);
        var words = clauses.SelectMany(c => c).ToList();
        var wanted = SourceUnits.Tokens(quote);
        if (wanted.Count == 0) return false;
        var begins = clauses.Select((_, i) => clauses.Take(i).Sum(c => c.Count)).Append(words.Count).ToHashSet();
        for (var at = 0; at + wanted.Count <= words.Count; at++)
        {
            if (!words.Skip(at).Take(wanted.Count).SequenceEqual(wanted)) continue;
            var (from, to) = (begins.Where(b => b <= at).Max(), begins.Where(b => b >= at + wanted.Count).Min());
            var around = words.Skip(from).Take(at - from).Concat(words.Skip(at + wanted.Count).Take(to - at - wanted.Count)).ToList();
            if (around.Count == 0 || wanted.Count >= 4 && !around.Any(s_turning.Contains)) return true;
        }

        return false;
    }
}

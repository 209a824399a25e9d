using System.Text.RegularExpressions;

namespace TabletopAgent.Facts;

/// <summary>Counts said to be none: "no duplicates", "zero 401s", "nothing lost". They are facts with the value 0, and often what clears a layer.</summary>
internal static partial class Nones
{
    /// <param name="Start">Offset in the clause.</param>
    internal sealed record None(string Name, int Start, int End);

    public static List<None> In(string clause)
    {
        var found = new List<None>();
        foreach (Match m in Said().Matches(clause))
            if (Name(m.Groups["what"].Value, clause) is { } name) found.Add(new None(name, m.Index, m.Index + m.Length));
        foreach (Match m in NoneLost().Matches(clause)) found.Add(new None("lost_writes", m.Index, m.Index + m.Length));
        return found;
    }

    private static string? Name(string what, string clause) =>
        FactReader.Duplicates().IsMatch(what) ? "duplicates"
        : Loss().IsMatch(what) ? "lost_writes"
        : FactReader.Auth().IsMatch(what) ? "auth_error_pct"
        : FactReader.Throttled().IsMatch(what) ? "throttled_pct"
        : FactReader.TimedOut().IsMatch(what) ? "timeout_pct"
        : FactReader.Stale().IsMatch(what) ? "stale_hit_pct"
        : ColdStarts().IsMatch(what) ? "cold_share_pct"
        : !FactReader.Errors().IsMatch(what) ? null
        : FactReader.Writing().IsMatch(clause) ? "write_error_pct"
        : FactReader.Reading().IsMatch(clause) ? "read_error_pct"
        : "error_pct";

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // At most two words stand between: "no lost writes", "zero failed auth calls". A thing that is "no longer" or "no new" so is not none,
    // and "no error budget", "no duplicate check" speak of something else.
    [GeneratedRegex(@"(?:\b(?:no|zero|none of the|not a single|not one|without(?: any)?|free of|never any)\s+|(?<![\d.,:/-])0\s+)(?!longer|more\b|new\b|idea|doubt)(?:(?!and\b|but\b|or\b|so\b)[\w-]+\s+){0,2}?(?<what>duplicat\w+|dupes?|double(?:d)? \w+|lost|loss(?:es)?|missing (?:writes?|orders?|rows?|records?|events?)|(?:40[13]|429|50[0-9]|4xx|5xx)(?:['’]?s)?|unauthori[sz]ed|auth(?:entication)? (?:errors?|failures?|flaps?)|throttl\w+|tim(?:e|ed|ing)[- ]?outs?|stale|cold starts?|errors?|failures?|failed)(?!\w|[ -](?:budget|class|page|handling|check|key|detection|log|message|policy|window|config|code|alert|left to)\w*)", Plain)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:nothing|none)(?: (?:was|were|is|has been|got))? (?:lost|missing)\b|\bno data loss\b", Plain)]
    private static partial Regex NoneLost();

    [GeneratedRegex(@"\blost\b|\bloss|\bmissing\b", Plain)] private static partial Regex Loss();
    [GeneratedRegex(@"\bcold starts?\b", Plain)] private static partial Regex ColdStarts();
}

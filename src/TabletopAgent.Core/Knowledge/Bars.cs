using System.Globalization;
using System.Text.RegularExpressions;
using TabletopAgent.Measure;

namespace TabletopAgent.Knowledge;

/// <summary>What a page says of ΔS and λ that a reader could take for a bar or a spelling of ours, and is not.</summary>
internal static partial class Bars
{
    /// <summary>Bars set beside ΔS that are not the targets'. How far ΔS may move is another matter and is left alone.</summary>
    public static IEnumerable<string> Other(string line, Targets targets)
    {
        if (!line.Contains("ΔS", StringComparison.Ordinal)) yield break;
        foreach (Match m in Bar().Matches(line))
        {
            if (Movement().IsMatch(m.Groups["between"].Value)) continue;
            if (double.TryParse(m.Groups["number"].Value, CultureInfo.InvariantCulture, out var number) && !targets.ForFact("delta_s").Contains(number)) yield return m.Value;
        }
    }

    public static string Of(Targets targets) => string.Join(" and ", targets.ForFact("delta_s").Select(n => $"{n:0.00##}"));

    /// <summary>Notes about a page of somebody else, line by line.</summary>
    public static void Foreign(string text, string file, Targets targets, List<Note> notes)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            var at = new Place(file, ++number);
            foreach (var bar in Other(line, targets)) notes.Add(Notes.OtherBar(at, bar, Of(targets)));
            if (Spelling().Match(line) is { Success: true } spelled) notes.Add(Notes.LambdaSpelling(at, spelled.Groups[1].Value));
            if (Recursive().IsMatch(line)) notes.Add(Notes.LambdaAmbiguous(at));
        }
    }

    [GeneratedRegex(@"ΔS(?<between>[^.;|\n]{0,40}?)(?:≤|≥|<=?|>=?|\b(?:below|under|above|over|at most|at least|exceeds)\b)\s*\**\s*(?<number>[01]?\.\d+)", RegexOptions.CultureInvariant)] private static partial Regex Bar();
    [GeneratedRegex(@"drift|shift|varian|chang|rise|drop|fall|gap|slope|delta|Δ|jump|increase|decrease|improve|differ|std|deviation", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)] private static partial Regex Movement();
    // As a key with a value: λ alone, or in Latin letters. λ_state and λ_observe (also escaped) are what the seed writes.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_\\.])""?(λ|lambda(?:\\?_(?:state|observe|obs))?)""?\s*[:=]\s*(?=[""'→←×<\[a-z])(?!f\.)", RegexOptions.CultureInvariant)] private static partial Regex Spelling();
    [GeneratedRegex(@"(?:λ|lambda)[\p{L}\\_]*""?\s*[:=]\s*""?<>(?!\|)", RegexOptions.CultureInvariant)] private static partial Regex Recursive();
}

using System.Text.RegularExpressions;

namespace TabletopAgent.Facts;

/// <summary>Tells numbers that are as they always are: "401 rate unchanged at 0.01%", "cpu 85% as usual", "p95 flat at 310 ms".</summary>
internal static partial class Steadiness
{
    /// <summary>A pair of numbers further apart than this is a change, whatever is said of it.</summary>
    private const double Same = 0.10;

    /// <summary>Whether the part of the clause in which the number stands says that it is as always.</summary>
    public static bool Of(string clause, Mention mention)
    {
        if (!Said().IsMatch(clause)) return false;
        if (mention.Before is { } before && Math.Abs(mention.Value - before) > Same * Math.Abs(before)) return false;
        var (from, to) = (0, clause.Length);
        // "cpu 85% as usual but 22% of writes fail": what is joined on is another matter.
        foreach (var joint in Joint().EnumerateMatches(clause))
        {
            if (joint.Index + joint.Length <= mention.Start) from = joint.Index + joint.Length;
            else if (joint.Index >= mention.End) to = Math.Min(to, joint.Index);
        }

        var part = clause.AsSpan(from, to - from);
        return Said().IsMatch(part) && !Unsaid().IsMatch(part);
    }

    /// <summary>Whether a clause says this and nothing else.</summary>
    public static bool IsAll(string clause) => All().IsMatch(clause);

    private const string Phrase =
        @"unchanged|(?:as|like) (?:usual|always|ever|before|normal)|same as (?:\w+ ){0,2}?(?:before|usual|always|ever|yesterday|last week|baseline|normal)"
        + @"|(?:well |still |all )?within (?:its |the |our |their )?(?:usual |normal |error |expected )?(?:budgets?|bounds|limits?|range|band|targets?|slos?|spec|baseline|noise|norms?)"
        + @"|no (?:real |visible |significant )?change|not chang(?:ed|ing)|nominal|(?:back )?(?:at|to) (?:its |the )?(?:baseline|(?:usual|normal) levels?)|back to normal";

    private const string State = "flat|normal|stable|steady|constant";

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:" + Phrase + @"|(?:is|are|stays?|stayed|remains?|remained|still|holds?|held|holding|runs?|looks?) (?:\w+ )?(?:" + State + @")"
        + @"|(?:" + State + @")(?= ?(?:at|around|near|on|throughout|all)\b| ?[(:=@~]|\s*$|\s+[\d.]))\b", Plain)]
    private static partial Regex Said();

    // A fault that goes on unchanged is no calm, and what was flat before it jumped is none either.
    [GeneratedRegex(
        @"\b(?:not|no longer|never|hardly|far from|isn[’']?t|aren[’']?t|than|above|below|over|until|instead of) (?:\w+ ){0,2}?(?:flat|normal|stable|steady|constant|unchanged|nominal|within|usual)\b"
        + @"|(?:[x×]|\btimes|\btwice|\bdouble|\bof|\bfrom|\bvs\.?|\bversus) (?:the |its )?(?:normal|usual)\b"
        + @"|\bstill (?:\w+ )?(?:fail|broke|down|erro|tim)\w*|\b(?:then|jump\w*|spik\w*|rose|ris(?:es|ing)|climb\w*|surg\w*|soar\w*|fell|falls?|dropp?\w*|doubl\w*|tripl\w*|grew|grows?)\b", Plain)]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"\b(?:and|but|while|whereas|yet|however|though|although|despite|with|except)\b", Plain)] private static partial Regex Joint();

    [GeneratedRegex(@"^\s*(?:which is |that is |that’s |all |still |so )?(?:" + Phrase + "|" + State + @")(?: (?:there|here|today|tonight|too))?\s*$", Plain)]
    private static partial Regex All();
}

using System.Collections.Frozen;

namespace TabletopAgent.Text;

/// <summary>The words of a text that search counts: stems, without the words that stand everywhere.</summary>
internal static class Terms
{
    private static readonly FrozenSet<string> Everywhere = (
        "a an the of to in on for and or is are was be it its this that with as at by from you your we our i my me they them their he she not no do does did " +
        "so if then than but has have had can will would should could may might what which when where who how why there here into out up down over under " +
        "again after before just only also very more most some any each all").Split(' ').ToFrozenSet();

    public static List<string> Of(string text)
    {
        var terms = Words.Of(text.Replace("ΔS", " deltas ", StringComparison.Ordinal).Replace("λ", " lambda ", StringComparison.Ordinal));
        terms.RemoveAll(Everywhere.Contains);
        for (var i = 0; i < terms.Count; i++) terms[i] = Stems.Of(terms[i]);
        return terms;
    }

    /// <summary>A stable 64-bit key of a term (FNV-1a).</summary>
    public static ulong Key(string term)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in term) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}

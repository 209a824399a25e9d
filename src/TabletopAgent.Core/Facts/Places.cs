using System.Text.RegularExpressions;

namespace TabletopAgent.Facts;

/// <summary>Finds where things happen in the words of people: "region A", "eu-west", "us-east-1b", "blue".</summary>
internal static partial class Places
{
    public const string Region = "region", Color = "color";

    private const int Around = 40;

    /// <returns>A fact for every mention, in the order of their places, quoted with the words around it.</returns>
    public static List<Fact> Read(string text, Place place, DateTimeOffset? at = null)
    {
        var found = new List<Mentioned>();
        foreach (Match m in Named().Matches(text)) found.Add(new(m.Groups["name"].Index, Region, m.Groups["name"].Value));
        foreach (Match m in Cloud().Matches(text))
            if (!found.Exists(f => f.Start == m.Index)) found.Add(new(m.Index, Region, m.Groups["name"].Value.ToLowerInvariant()));
        foreach (Match m in Colour().Matches(text)) found.Add(new(m.Index, Color, m.Value.ToLowerInvariant()));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found.ConvertAll(f => new Fact(f.Name, null, f.Word, Source.Words, place, Quote(text, f.Start), null, at));
    }

    private sealed record Mentioned(int Start, string Name, string Word);

    /// <summary>Whole words on both sides, where they are not endless.</summary>
    private static string Quote(string text, int at)
    {
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + Around));
        while (from > 0 && at - from < 2 * Around && !char.IsWhiteSpace(text[from - 1])) from--;
        while (to < text.Length && to - at < 2 * Around && !char.IsWhiteSpace(text[to])) to++;
        return text[from..to].Trim();
    }

    // A letter or a number after the word, and not the word after it: "region is down" names none.
    [GeneratedRegex(@"\b[Rr]egions?\s+(?<name>[A-Z]|[A-Z]{2}|\d{1,2}|[a-d])\b(?!['’-]\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // AWS, Azure and Google names, with or without number and zone.
    [GeneratedRegex(@"(?<![\w-])(?<name>(?:us|eu|ap|ca|sa|me|af|il|cn|asia|europe|northamerica|southamerica|australia)-(?:gov-)?(?:(?:north|south|central)?(?:east|west)|north|south|central)(?:-?\d)?)(?:-?[a-f])?(?![\w-])|(?<![\w-])(?<name>(?:east|west|central|northcentral|southcentral|westcentral)us\d?|(?:north|west)europe|uk(?:south|west)|(?:east|southeast)asia)(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cloud();

    [GeneratedRegex(@"\b(?:blue|green)\b(?![- ](?:light|button|screen|tick|check|build|tests?)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}

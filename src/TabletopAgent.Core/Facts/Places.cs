using System.Text.RegularExpressions;

namespace TabletopAgent.Facts;

internal enum PlaceKind
{
    Region,
    Color,
}

/// <summary>A region or a colour that a text names.</summary>
/// <param name="Name">"A" of "region A", "us-east-1", "blue".</param>
/// <param name="Start">Offset in the text.</param>
internal sealed record PlaceMention(PlaceKind Kind, string Name, int Start);

/// <summary>Finds where things happen in the words of people: "region A", "eu-west", "us-east-1b", "blue".</summary>
internal static partial class Places
{
    /// <returns>Mentions in order of their place.</returns>
    public static List<PlaceMention> In(string text)
    {
        var found = new List<PlaceMention>();
        foreach (Match m in Named().Matches(text)) found.Add(new(PlaceKind.Region, m.Groups["name"].Value, m.Groups["name"].Index));
        foreach (Match m in Cloud().Matches(text))
            if (!found.Exists(f => f.Start == m.Index)) found.Add(new(PlaceKind.Region, m.Groups["name"].Value.ToLowerInvariant(), m.Index));
        foreach (Match m in Colour().Matches(text)) found.Add(new(PlaceKind.Color, m.Value.ToLowerInvariant(), m.Index));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
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

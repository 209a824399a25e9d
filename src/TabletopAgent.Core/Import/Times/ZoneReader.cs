using System.Text.RegularExpressions;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Import.Times;

/// <summary>Finds the zone that a document states for its times: "All times in PST", "Timeline (UTC)", "Timezone: Europe/Berlin".</summary>
internal static partial class ZoneReader
{
    public static (Zone Zone, int Line)? Read(IReadOnlyList<ReportLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Quoted || line.Text.Length > 400) continue;
            foreach (Match m in Statement().Matches(line.Text))
                if (Named(m.Groups["z"].Value) is { } zone) return (zone, line.Number);
            // "(UTC)" behind one date speaks of that date; where the line speaks of times it speaks of all.
            if (line.Text.Contains("time", StringComparison.OrdinalIgnoreCase) && Brackets().Match(line.Text) is { Success: true } m2 && Named(m2.Groups["z"].Value) is { } bracketed)
                return (bracketed, line.Number);
            if (line.Kind == LineKind.Heading && Sections.Timeline(line.Text) && Tail().Match(line.Text) is { Success: true } tail && Named(tail.Groups["z"].Value) is { } headed)
                return (headed, line.Number);
        }

        return null;
    }

    /// <summary>The longest beginning of the words that names a zone.</summary>
    private static Zone? Named(string words)
    {
        for (var name = words.Trim(); name.Length > 0; name = name.LastIndexOf(' ') is > 0 and var cut ? name[..cut] : "")
            if (Zones.Find(name) is { } zone) return zone;
        return null;
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(?:times?|timestamps?|dates and times|clock)\b(?:\s+(?:below|here|stated|shown|given|listed|noted|mentioned|used|on this page|in this (?:document|report|timeline|post)))*\s*(?:(?:are|is|in|local(?:\sto)?|:|=|-)\s*)+(?:all\s+)?(?:the\s+)?(?:in\s+)?(?<z>[A-Za-z][A-Za-z_/+\-0-9:() ]{1,40})|\btime ?zone\s*(?:is|:|=|\|)?\s*(?<z>[A-Za-z][A-Za-z_/+\-0-9:() ]{1,40})|\ball times\s+(?!(?:in|are|is|below|listed|given|stated)\b)(?<z>[A-Z][A-Za-z_/+\-0-9:() ]{1,40})|^(?:in\s)?(?<z>(?-i:[A-Z]{3,4})) times?\b", Plain)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\((?:all\s+|times\s+|in\s+)*(?<z>(?-i:UTC|GMT|[A-Z]{3,4}))(?:\s+times?)?\)", Plain)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\s,(\[-]+(?:in\s+)?(?<z>[A-Z]{2,4}(?:[+-]\d{1,2})?)(?:\s+time)?[\])]?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}

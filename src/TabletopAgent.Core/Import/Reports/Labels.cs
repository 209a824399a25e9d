using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Reports;

/// <summary>What a label in front of a time or a length of time calls it.</summary>
internal static partial class Labels
{
    /// <summary>The milestone that a label names, or null: "First detected", "Incident declared", "Resolved at".</summary>
    public static Mark? Milestone(string label)
    {
        var said = Trimmed().Replace(label, "").Trim();
        if (said.Length is 0 or > 60) return null;
        foreach (var (mark, words) in Milestones)
            if (words.IsMatch(said)) return mark;
        return null;
    }

    /// <summary>Which figure a label names: detect, repair, resolve, duration; null where none.</summary>
    public static string? Figure(string label)
    {
        var said = label.Trim();
        if (said.Length is 0 or > 80) return null;
        foreach (var (figure, words) in Figures)
            if (words.IsMatch(said)) return figure;
        return null;
    }

    private static readonly (Mark, Regex)[] Milestones =
    [
        (Mark.Declared, Declared()), (Mark.Resolved, Resolved()), (Mark.Mitigated, Mitigated()), (Mark.Detected, Detected()), (Mark.Impact, Started()),
    ];

    private static readonly (string, Regex)[] Figures = [("detect", Detect()), ("resolve", Resolve()), ("repair", Repair()), ("duration", Duration())];

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // What stands around the word without changing it.
    [GeneratedRegex(@"^(?:the|date and|date/|approx(?:imate)?)\s+|\s*[:=]?\s*(?:\([^)]*\))?\s*(?:\b(?:at|on|date|time|date/time|timestamp|by|when|since|from))?\s*[:=\-–—]?\s*$", Plain)]
    private static partial Regex Trimmed();

    [GeneratedRegex(@"^(?:(?:major |critical |the )*(?:incident|outage|event|sev\S*|p\d|exercise|disaster|dr)\s+(?:was\s+|is\s+|formally\s+)*)?(?:declared|declaration|raised|opened|called|escalated)(?:\s+(?:incident|outage))?$", Plain)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^(?:(?:incident|outage|issue|fault|event|problem|impact|service|exercise|drill|disruption|downtime)\s+(?:was\s+|is\s+|fully\s+)*)?(?:resolved|resolution|closed|closure|end(?:s|ed)?|finish(?:ed)?|completed|over|resolved_?when|all clear|fully resolved|stop(?:ped)?|end of (?:incident|outage|exercise|event))$", Plain)]
    private static partial Regex Resolved();

    [GeneratedRegex(@"^(?:(?:incident|outage|issue|fault|problem|impact|service|services|system|systems|full(?:y)?)\s+(?:was\s+|were\s+|is\s+|fully\s+)*)?(?:repaired|mitigated|mitigation|recovered|recovery|restored|restoration|fixed|stabili[sz]ed|impact (?:ended|over)|back (?:up|online)|service (?:restored|recovered)|(?:end of|impact) impact|workaround(?: applied)?)$", Plain)]
    private static partial Regex Mitigated();

    [GeneratedRegex(@"^(?:(?:incident|outage|issue|fault|problem|first|initially|impact)\s+(?:was\s+|is\s+|first\s+)*)*(?:detected|detection|noticed|discovered|discovery|identified|reported|report|alert(?:ed)?|first (?:alert|report|notice|noticed|seen)|acknowledged|time of (?:detection|discovery)|detect)$", Plain)]
    private static partial Regex Detected();

    [GeneratedRegex(@"^(?:(?:incident|outage|issue|fault|problem|impact|service|event|failure|disruption|downtime|degradation|exercise|drill|disaster)\s+(?:was\s+|first\s+)*)?(?:occur(?:s|red)?|start(?:s|ed)?|began|begins?|beginning|onset|introduced|start of (?:incident|outage|impact|exercise|event)|time of (?:incident|failure|impact|outage)|begin|trigger(?:ed)?|went down|failure|t0)$", Plain)]
    private static partial Regex Started();

    [GeneratedRegex(@"^(?:mean |average |actual |measured )?(?:time[ -]to[ -](?:detect(?:ion)?|detected|notice|identify|discover(?:y)?|alert)|TTD|MTTD|detection (?:time|delay|gap)|time until detect(?:ed|ion))\b", Plain)]
    private static partial Regex Detect();

    [GeneratedRegex(@"^(?:mean |average |actual |measured |achieved |total )?(?:time[ -]to[ -](?:repair|recover(?:y)?|restor(?:e|ation)|mitigat(?:e|ion)|fix|remediat(?:e|ion)|stabili[sz]e)|TTR|MTTR|RTO (?:achieved|actual|measured)|(?:achieved|actual|measured) (?:RTO|recovery time)|recovery time(?: actual)?|RTA|repair time|restore time|restoration time)\b(?! objective)", Plain)]
    private static partial Regex Repair();

    [GeneratedRegex(@"^(?:mean |average |actual |measured |total )?(?:time[ -]to[ -](?:resol(?:ve|ution)|close|closure)|TTRes|resolution time)\b", Plain)]
    private static partial Regex Resolve();

    [GeneratedRegex(@"^(?:(?:total|overall|approximate|approx\.?|incident|outage|impact|event|disruption|service|actual|downtime|degradation|exercise|drill|observed|user|customer)\s+){0,3}(?:duration|downtime|outage time|length|time down|impact time|elapsed(?: time)?)\b", Plain)]
    private static partial Regex Duration();
}

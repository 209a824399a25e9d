using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Reports;

/// <summary>What a heading promises.</summary>
internal static partial class Sections
{
    /// <summary>What is still to be done: a date there is a promise, not an event.</summary>
    public static bool Plans(string heading) => Plan().IsMatch(heading);

    /// <summary>Where a line that begins with a time is an entry, however the time is written.</summary>
    public static bool Timeline(string heading) => Times().IsMatch(heading);

    /// <summary>The cause, in the words of the report.</summary>
    public static bool Cause(string heading) => Because().IsMatch(heading);

    /// <summary>What happened and what it did, in the words of the report.</summary>
    public static bool Story(string heading) => What().IsMatch(heading);

    /// <summary>What was done about it: it names what was broken.</summary>
    public static bool Repair(string heading) => Mended().IsMatch(heading);

    /// <summary>What was seen of it from outside.</summary>
    public static bool Seen(string heading) => Outside().IsMatch(heading);

    /// <summary>What was learned: names more than one thing that could have failed.</summary>
    public static bool Lessons(string heading) => Learned().IsMatch(heading);

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(?:action|actions|follow[- ]?ups?|next steps?|to-?dos?|remediation items|improvements?|preventi(?:on|ve)|recommendations?|tasks|tickets|related (?:issues|prs|links)|references|links)\b", Plain)]
    private static partial Regex Plan();

    [GeneratedRegex(@"\b(?:time-?line|chronolog|sequence|events?|log|context|what happened|history|updates?|schedule|narrative|incident details)\b|\btime ?line", Plain)]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(?:root|cause|causes|caused|why|trigger|contributing|5 whys|five whys|diagnosis|analysis|explanation|reason)\b", Plain)]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(?:summary|overview|description|abstract|impact|identified|problem|what happened|background|symptoms?|incident|issue|tl;?dr|executive|context|initial message|effects?|faults?)\b", Plain)]
    private static partial Regex What();

    [GeneratedRegex(@"\b(?:resolution|recovery|repair|fix|conclusion|mitigation)\b", Plain)]
    private static partial Regex Mended();

    [GeneratedRegex(@"\b(?:impact|context|effects?|symptoms?|background)\b", Plain)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(?:lessons?|learn(?:ed|t|ing|ings)?|went (?:well|wrong|poorly)|got lucky|retrospective|reflection)\b", Plain)]
    private static partial Regex Learned();
}

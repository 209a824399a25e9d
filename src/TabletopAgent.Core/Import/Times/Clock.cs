using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Times;

/// <summary>Finds times and dates in the words of people, in all the forms that incident reports use.</summary>
internal static partial class Clock
{
    /// <summary>Behind this much of one line nobody writes a time that matters; it keeps one endless line cheap.</summary>
    private const int Longest = 4000;

    /// <summary>All times in a text, in order.</summary>
    public static List<Stamp> In(string text)
    {
        var found = new List<Stamp>();
        var end = Math.Min(text.Length, Longest);
        for (var at = 0; at < end; at++)
        {
            if (!Candidate(text, at) || Read(text, at, lenient: false) is not { } stamp) continue;
            found.Add(stamp with { Start = Before(text, at, found.Count > 0 ? found[^1].End : 0, out var approx), Approx = stamp.Approx || approx });
            at = stamp.End - 1;
        }

        return found;
    }

    /// <summary>The time that a text begins with, or null. Here 11.50, 1600 and 14:?? are times too.</summary>
    public static Stamp? Leading(string text)
    {
        var lead = Lead().Match(text);
        return Read(text, lead.Length, lenient: true) is { } stamp ? stamp with { Start = 0, Approx = stamp.Approx || lead.Groups["approx"].Success } : null;
    }

    private static bool Candidate(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && !(at > 1 && text[at - 1] is '.' or ':' or '-' or '/' or '_' or '=' or '#' && char.IsLetterOrDigit(text[at - 2])))
        && (char.IsAsciiDigit(text[at]) || "jfmasondtwJFMASONDTW".Contains(text[at], StringComparison.Ordinal));

    /// <summary>Moves the beginning back over a word for "about".</summary>
    private static int Before(string text, int at, int floor, out bool approx)
    {
        var about = About().Match(text[Math.Max(floor, at - 20)..at]);
        approx = about.Success;
        return about.Success ? at - about.Length : at;
    }

    private static Stamp? Read(string text, int at, bool lenient)
    {
        var stamp = new Stamp(at, at);
        var day = ClockDate.Read(text, at, ref stamp);
        if (!day)
        {
            var weekday = stamp.Weekday;
            if (!Time(text, weekday is null ? at : stamp.End, lenient, ref stamp)) return null;
            var gap = Gap().Match(text, stamp.End);
            var after = stamp;
            if (ClockDate.Read(text, gap.Index + gap.Length, ref after) && after.HasDate) stamp = after with { Weekday = after.Weekday ?? weekday };
            return stamp;
        }

        var between = Between().Match(text, stamp.End);
        var timed = stamp;
        if (Time(text, between.Index + between.Length, lenient, ref timed)) stamp = timed with { Approx = timed.Approx || between.Groups["approx"].Success };
        return stamp;
    }

    private static bool Time(string text, int at, bool lenient, ref Stamp stamp)
    {
        var m = Colon().Match(text, at);
        if (!m.Success) m = Hours().Match(text, at);
        if (!m.Success && lenient) m = Loose().Match(text, at);
        if (!m.Success)
        {
            var open = Unknown().Match(text, at);
            if (open.Success && (lenient || stamp.HasDate)) stamp = stamp with { End = open.Index + open.Length, Open = true };
            return open.Success && (lenient || stamp.HasDate);
        }

        var hour = Number(m, "h");
        var minute = m.Groups["m"].Success ? Number(m, "m") : 0;
        var half = m.Groups["ap"].Success ? char.ToLowerInvariant(m.Groups["ap"].Value[0]) : ' ';
        // 17:14pm says the same twice, 0:25 AM is after midnight.
        if (half == 'p' && hour < 12) hour += 12;
        if (half == 'a' && hour == 12) hour = 0;
        if (hour == 24 && minute == 0) hour = 0;
        if (hour > 23) return false;

        stamp = stamp with
        {
            End = m.Index + m.Length, Hour = hour, Minute = minute, Second = m.Groups["s"].Success ? Number(m, "s") : 0, Meridiem = half != ' ',
            Padded = m.Groups["h"].ValueSpan[0] == '0',
            Approx = stamp.Approx || m.Groups["about"].Success,
        };
        Zone(text, ref stamp);
        Range(text, half, ref stamp);
        return true;
    }

    private static void Zone(string text, ref Stamp stamp)
    {
        // A bare offset is one only behind a full date and time: 09:00-11:00 is a range.
        var offset = Offset().Match(text, stamp.End);
        if (offset.Success && stamp.HasDate)
        {
            stamp = stamp with { Zone = offset.Groups["z"].Value, End = offset.Index + offset.Length };
            return;
        }

        var word = ZoneWord().Match(text, stamp.End);
        if (!word.Success) return;
        for (var name = word.Groups["z"].Value; name.Length > 0; name = Shorter(name))
            if (Zones.Known(name))
            {
                var end = word.Groups["z"].Index + name.Length;
                if (end < text.Length && text[end] is ')' or ']') end++;
                stamp = stamp with { Zone = name, End = end };
                return;
            }
    }

    /// <summary>Without its last word: "UTC on" is UTC.</summary>
    private static string Shorter(string name) => name.LastIndexOfAny([' ', '-', '+', '.', ':', '/']) is > 0 and var cut ? name[..cut] : "";

    private static void Range(string text, char half, ref Stamp stamp)
    {
        var m = To().Match(text, stamp.End);
        if (!m.Success) return;
        var hour = m.Groups["h"].Success ? Number(m, "h") : 0;
        var to = m.Groups["ap"].Success ? char.ToLowerInvariant(m.Groups["ap"].Value[0]) : ' ';
        if (to == 'p' && hour < 12) hour += 12;
        // "2-3:30 pm" says pm once.
        if (to == 'p' && half == ' ' && stamp.Hour < 12 && stamp.Hour + 12 <= hour) stamp = stamp with { Hour = stamp.Hour + 12, Meridiem = true };
        stamp = stamp with { End = m.Index + m.Length };
        if (m.Groups["h"].Success && m.Groups["m"].Success && hour < 24) stamp = stamp with { Until = new TimeOnly(hour, Number(m, "m")) };
        Zone(text, ref stamp);
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Half = @"(?:\s?(?<ap>[ap])\.?m?\.?(?![\w]))?";

    [GeneratedRegex(@"\G[\s*_`({\[<>""“]*(?<approx>(?:~|≈|\bca?\.|\bca\b|\bcirca\b|\bapprox(?:imately|\.)?|\baround\b|\babout\b|\broughly\b)\s*)?(?:at\s+)?[*_`({\[]*", Plain)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:~|≈|\bca?\.|\bca|\bcirca|\bapprox(?:imately|\.)?|\baround|\babout|\broughly)\s*$", Plain)]
    private static partial Regex About();

    // Between a date and its time.
    [GeneratedRegex(@"\G(?:T(?=\d)|[\s,]*(?:\bat\b|@|\||[-–—,:])?\s*(?<approx>(?:~|≈|ca?\.|circa|approx(?:imately|\.)?|around|about)\s*)?[*_`(\[]*)", Plain)]
    private static partial Regex Between();

    // Between a time and a date behind it.
    [GeneratedRegex(@"\G[\s,()]*(?:\bon\b|[-–—])?\s*(?:the\s+)?", Plain)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\G(?<h>\d{1,2}):(?<m>[0-5]\d)(?::(?<s>[0-5]\d)(?:[.,]\d+)?)?(?<about>~)?" + Half + @"(?<about>~)?(?!\d|:\d)", Plain)]
    private static partial Regex Colon();

    // 15h50, 9am, but not 5h08m, which is a duration.
    [GeneratedRegex(@"\G(?:(?<h>\d{1,2})h(?<m>[0-5]\d)(?!\s?m|\w)|(?<h>\d{1,2})(?:[.](?<m>[0-5]\d))?\s?(?<ap>[ap])\.?m\b\.?)", Plain)]
    private static partial Regex Hours();

    // Only where a time is due: 11.50, 1600, 0930hrs.
    [GeneratedRegex(@"\G(?:(?<h>\d{1,2})\.(?<m>[0-5]\d)(?![\d.%]|\s?(?:GB|MB|s\b|x\b))|(?<h>[01]\d|2[0-3])(?<m>[0-5]\d)(?![\d.,%/]|-(?!\d{4}\b))(?=\s*(?:hrs?\b|hours\b|h\b|UTC|GMT|BST|[A-Z]{3,4}\b|[-–—:|]|$)|\s+\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    [GeneratedRegex(@"\G(?:(?:\d[X?]|[X?]{2}|--|\d{2}):(?:[X?]{2}|--|\d[X?])|HH:mm|TBC\b|TBD\b|time\s+(?:TBC|TBD|unknown)\b|unknown time\b)", Plain)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\G\s?(?<z>Z\b|[+-](?:0\d|1[0-4]):?[0-5]\d\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"\G\s{0,2}[(\[]?(?:in\s)?(?<z>[A-Z][A-Za-z_]*(?:[/ .+:-]?[A-Za-z0-9_:]+){0,3})", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneWord();

    // The second half of a range: -11:00, – 13:45, -58 (seconds), -12:??.
    [GeneratedRegex(@"\G[*_`]*\s*(?:-|–|—|→|->|\bto\b|\buntil\b|\btill\b)\s*~?[*_`]*(?:(?:(?<h>\d{1,2})(?:[:.](?<m>[0-5]\d)(?::[0-5]\d)?|:(?<open>\?\?))|(?<h>[01]\d|2[0-3])(?<m>[0-5]\d))" + Half + @"(?!\d|[:./-]\d)|(?<sec>[0-5]\d)(?=\s*(?:$|[-–—:|]|\s[A-Z])))", Plain)]
    private static partial Regex To();
}

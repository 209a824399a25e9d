using System.Text.RegularExpressions;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Reports;

/// <summary>Finds times with a name: fields such as "First detected: …", and sentences such as "went down at 16:03".</summary>
internal static partial class KeyReader
{
    /// <summary>Behind the time of a field stands little else.</summary>
    private const int LongestRest = 30;

    public static List<KeyTime> Read(IReadOnlyList<ReportLine> lines, IReadOnlySet<int> entries)
    {
        var found = new List<KeyTime>();
        foreach (var line in lines)
        {
            if (line.Quoted || entries.Contains(line.Number) || Sections.Plans(line.Section) || Sections.Plans(line.Under)) continue;
            if (line.Kind == LineKind.Row) Row(line, found);
            else if (Labels.Figure(line.Label ?? line.Text.Split(':', 2)[0]) == "duration") Span(line, found);
            else if (!Field(line, line.Text, found)) Sentences(line, found);
        }

        return found;
    }

    private static void Row(ReportLine row, List<KeyTime> found)
    {
        for (var c = 0; c + 1 < row.Cells.Count; c++)
            if (Labels.Milestone(row.Cells[c]) is { } mark && Clock.Leading(row.Cells[c + 1]) is { } stamp && (stamp.HasTime || stamp.Open))
                found.Add(new KeyTime(mark, row.Number, stamp, row.Text, Firm: true));
    }

    /// <summary>"Duration: 18:00 to 19:12 UTC (72 minutes)".</summary>
    private static void Span(ReportLine line, List<KeyTime> found)
    {
        if (Clock.In(line.Text).Where(s => s.HasTime).ToList() is not [var start, .. var more]) return;
        var to = start.Until is { } until ? start with { Hour = until.Hour, Minute = until.Minute }
            : more.Count > 0 && Joins().IsMatch(Dropped().Replace(line.Text[start.End..more[0].Start], "")) ? Completed(more[0], start) : null;
        if (to is null) return;
        found.Add(new KeyTime(Mark.Impact, line.Number, start with { Until = null }, line.Text, Firm: true));
        found.Add(new KeyTime(Mark.Mitigated, line.Number, to with { Until = null }, line.Text, Firm: true));
    }

    /// <summary>A label, perhaps a colon, and a time.</summary>
    private static bool Field(ReportLine line, string text, List<KeyTime> found)
    {
        var stamps = Clock.In(text);
        var first = stamps.FirstOrDefault();
        if (first is null || !first.HasTime)
        {
            // "Resolved 2022-03-10 11.56": only where a time is due is a dotted one seen.
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var cut = first?.Start ?? (colon > 0 ? colon + 1 : -1);
            // A day alone beside a label leaves its time open.
            if (cut <= 0 || Labels.Milestone(text[..cut]) is not { } due || Clock.Leading(text[cut..]) is not { } loose || !loose.HasTime && (line.Kind == LineKind.Heading || text.Length - cut - loose.End > 3)) return false;
            found.Add(new KeyTime(due, line.Number, loose, text, Firm: true));
            return true;
        }

        // "The event started at 16:51 and …" is a sentence.
        if (text.Length - first.End > LongestRest || Labels.Milestone(text[..first.Start]) is not { } mark) return false;
        found.Add(new KeyTime(mark, line.Number, first, text, Firm: true));
        // "Start: 2021-06-22 08:00 - 09:30" gives the end too.
        if (first.Until is { } until && mark == Mark.Impact)
            found.Add(new KeyTime(Mark.Resolved, line.Number, first with { Hour = until.Hour, Minute = until.Minute, Until = null }, text, Firm: true));
        return true;
    }

    private static void Sentences(ReportLine line, List<KeyTime> found)
    {
        var text = line.Text;
        var stamps = new List<Stamp>();
        Stamp? day = null;
        foreach (var stamp in Clock.In(text))
        {
            // "On Tuesday, 5 August 2025, from 13:10": the sentence names its day before its times.
            if (stamp.HasDate) day = stamp;
            if (stamp.HasTime) stamps.Add(day is null ? stamp : Completed(stamp, day));
        }

        for (var i = 0; i < stamps.Count; i++)
        {
            var stamp = stamps[i];
            var from = i > 0 ? stamps[i - 1].End : 0;
            var before = text[Math.Max(from, stamp.Start - 60)..stamp.Start];
            void Add(Mark mark, Stamp s, bool window = false) => found.Add(new KeyTime(mark, line.Number, s, text, Firm: false) { Window = window });
            var next = i + 1 < stamps.Count ? text[stamp.End..stamps[i + 1].Start] : "";
            if (Window().IsMatch(before) && (stamp.Until is not null || Joins().IsMatch(next)))
            {
                var end = stamp.Until is { } until ? stamp with { Hour = until.Hour, Minute = until.Minute } : Completed(stamps[++i], stamp);
                Add(Mark.Impact, stamp with { Until = null }, window: true);
                Add(Mark.Mitigated, end with { Until = null }, window: true);
            }
            else if (Since().IsMatch(before)) Add(Well().IsMatch(before) ? Mark.Mitigated : Mark.Impact, stamp);
            else if (Declare().IsMatch(before)) Add(Mark.Declared, stamp);
            else if (Detect().IsMatch(before)) Add(Mark.Detected, stamp);
            else if (Restored().IsMatch(before)) Add(Mark.Mitigated, stamp);
            else if (Resolve().IsMatch(before)) Add(Mark.Resolved, stamp);
            else if (Then().IsMatch(before) && Clause().Match(text[..(i + 1 < stamps.Count ? stamps[i + 1].Start : text.Length)], stamp.End) is { Success: true } clause && Said(clause.Value) is { } mark) Add(mark, stamp);
        }
    }

    /// <summary>"By 15:02 UTC, ingestion was healthy again."</summary>
    private static Mark? Said(string clause) =>
        EntryWords.Declares(clause) ? Mark.Declared
        : EntryWords.SaysResolved(clause) || clause.Contains("fully", StringComparison.OrdinalIgnoreCase) && EntryWords.Resolves(clause) ? Mark.Resolved
        : EntryWords.Mitigates(clause) ? Mark.Mitigated
        : EntryWords.Begins(clause) ? Mark.Impact
        : EntryWords.Detects(clause) ? Mark.Detected : null;

    /// <summary>"from 2021-05-25 11:30 until 14:00" names the day once.</summary>
    private static Stamp Completed(Stamp stamp, Stamp by) =>
        stamp.HasDate || !by.HasDate ? stamp : stamp with { Year = by.Year, Month = by.Month, Day = by.Day, Weekday = by.Weekday, DayOrMonth = by.DayOrMonth };

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string At = @"(?:\s+(?:at|on|around|about|by|from|since|~))*[\s(,]*$";

    [GeneratedRegex(@"\b(?:from|between)[\s(]*$", Plain)]
    private static partial Regex Window();

    // In "22:30 UTC on October 29 to 05:39" the day has been read with its time.
    // Letters behind a time that are no zone known here do not part the two ends.
    [GeneratedRegex(@"[()]|\b(?-i:[A-Z]{2,4})\b", Plain)]
    private static partial Regex Dropped();

    [GeneratedRegex(@"(?:^|[.;!)]\s+)(?:at|by|on|around|about)\s*(?:about|around)?\s*$", Plain)]
    private static partial Regex Then();

    [GeneratedRegex(@"\G[^.;]{0,160}", Plain)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^\s*(?:to|until|till|and|through|--?|–|—)\s*(?:about|around|approximately)?\s*$", Plain)]
    private static partial Regex Joins();

    [GeneratedRegex(@"\b(?:since|starting|started|start|starts|began|begins|beginning|went down|went offline|occurred|onset|first (?:occurred|seen|failed)|crashed|failed|became unavailable|stopped working)" + At, Plain)]
    private static partial Regex Since();

    // "Back to normal since 10:15" is an end.
    [GeneratedRegex(@"\b(?:back|restored|fixed|resolved|repaired|recovered|working|stable|healthy|ok|normal)\b[^.;]{0,20}since\W*$", Plain)]
    private static partial Regex Well();

    [GeneratedRegex(@"\b(?:incident (?:was )?(?:declared|raised|opened)|declared (?:an |the )?incident|raised (?:an |the )?incident)" + At, Plain)]
    private static partial Regex Declare();

    [GeneratedRegex(@"\b(?:detected|noticed|first reported|alerted|discovered|paged)(?: by [\w ]{1,30})?" + At, Plain)]
    private static partial Regex Detect();

    [GeneratedRegex(@"\b(?:restored|back (?:up|online|to normal)|recovered|mitigated|repaired|working again|available again|fixed)" + At, Plain)]
    private static partial Regex Restored();

    [GeneratedRegex(@"\b(?:resolved|closed|ended|fully (?:restored|recovered))" + At, Plain)]
    private static partial Regex Resolve();
}

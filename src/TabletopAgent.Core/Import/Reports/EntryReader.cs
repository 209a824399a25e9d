using System.Text;
using System.Text.RegularExpressions;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Reports;

/// <summary>Finds the entries of a timeline: headings, bullets, rows and plain lines that begin with a time.</summary>
internal static partial class EntryReader
{
    private const int LongestText = 3000;

    public static List<Entry> Read(IReadOnlyList<ReportLine> lines)
    {
        var found = new List<Entry>();
        var body = new StringBuilder();
        ReportLine? open = null;
        var tables = new Dictionary<int, int[]>();
        // Three plain lines that begin with a time are a timeline, whatever stands above them.
        var plain = lines.Count(l => l is { Kind: LineKind.Text, Quoted: false } && !l.Text.StartsWith("at ", StringComparison.OrdinalIgnoreCase) && Clock.Leading(l.Text) is { HasTime: true }) > 2;
        foreach (var line in lines)
        {
            // A timeline in a code fence is one where its lines look like entries; what else stands in a fence is output of programs.
            var entry = line.Quoted && !(Sections.Timeline(line.Section) && Fenced().IsMatch(line.Text)) || line == lines[0] && line.Kind == LineKind.Heading || Sections.Plans(line.Section) || Sections.Plans(line.Under) ? null
                : line.Kind == LineKind.Row ? FromRow(line, lines, tables) : FromLine(line, plain || open is not null);
            if (entry is not null || Ends(line, open)) Close();
            if (entry is not null)
            {
                found.Add(entry);
                open = line;
                body.Append(entry.Head);
            }
            else if (open is not null && body.Length < LongestText) body.Append('\n').Append(line.Text);
        }

        Close();
        return found;

        void Close()
        {
            if (open is not null) found[^1] = found[^1] with { Text = body.ToString().Trim() };
            open = null;
            body.Clear();
        }
    }

    /// <summary>What follows a heading belongs to it up to the next one; what follows a bullet only while it is further in.</summary>
    private static bool Ends(ReportLine line, ReportLine? open) => open is not null && (line.Kind == LineKind.Heading || open.Kind != LineKind.Heading
        && (line.Kind == LineKind.Row || line.Label is not null || line.Kind == LineKind.Bullet && line.Depth <= open.Depth));

    private static Entry? FromLine(ReportLine line, bool among)
    {
        if (line.Kind == LineKind.Heading && line.Depth == 1 && line.Number < 12) return null;
        // "At 1:40 PM, the issue …" tells a story.
        if (line.Kind == LineKind.Text && line.Text.StartsWith("at ", StringComparison.OrdinalIgnoreCase)) return null;
        if (Clock.Leading(line.Text) is not { } stamp) return null;
        var rest = line.Text[stamp.End..];
        var said = rest.TrimStart(' ', '-', '–', '—', ':', '|', ',', ')', ']', '}', '*', '.', '\t', '→', '~');
        var timeline = Sections.Timeline(line.Section) || Sections.Timeline(line.Under) || among;
        var separated = Separator().IsMatch(rest);
        if (!stamp.HasTime && !stamp.Open)
        {
            // A day of its own, as a heading or a bare line, dates what follows; a day with words is an entry only in a timeline.
            if (said.Length > 0 && !(timeline && separated && line.Kind != LineKind.Text)) return null;
        }
        else if (line.Kind == LineKind.Text && !timeline && !separated) return null;
        else if (line.Kind != LineKind.Heading && !timeline && !stamp.HasDate && !separated && !line.Text[..stamp.End].Contains(':', StringComparison.Ordinal)) return null;
        return Of(line, stamp, said.Trim());
    }

    private static Entry? FromRow(ReportLine row, IReadOnlyList<ReportLine> lines, Dictionary<int, int[]> tables)
    {
        if (!tables.TryGetValue(row.Table, out var columns)) tables[row.Table] = columns = Columns([.. lines.Where(l => l.Table == row.Table)]);
        if (columns.Length == 0) return null;
        var when = string.Join(' ', columns.Select(c => c < row.Cells.Count ? row.Cells[c] : ""));
        if (Clock.Leading(when) is not { } stamp) return null;
        // A zone in the head counts for every row.
        if (stamp.Zone is null && row.Head.Count > columns[^1] && HeadZone().Match(row.Head[columns[^1]]) is { Success: true } zone && Zones.Find(zone.Groups["z"].Value) is not null)
            stamp = stamp with { Zone = zone.Groups["z"].Value };
        var said = string.Join(" | ", row.Cells.Where((c, i) => !columns.Contains(i) && c.Length > 0));
        if (when[Math.Min(stamp.End, when.Length)..].Trim(' ', ')', '*') is { Length: > 2 } more) said = said.Length == 0 ? more : $"{more} | {said}";
        return Of(row, stamp, said);
    }

    /// <summary>An entry may name its milestone itself: "Detection: …", "… (problem started)", or nothing but "OUTAGE BEGINS".</summary>
    private static Entry Of(ReportLine line, Stamp stamp, string said)
    {
        var cut = Cut().Match(said);
        var named = cut is { Success: true, Index: < 40 } ? Labels.Milestone(said[..cut.Index]) : said.Length < 40 ? Labels.Milestone(said.TrimEnd('.', '!')) : null;
        if (named is null && Aside().Match(said) is { Success: true } aside) named = Labels.Milestone(aside.Groups["what"].Value);
        // "Discovery: …" may be of the cause; only a detection that is called so is one.
        if (named == Mark.Detected && !said.Contains("detect", StringComparison.OrdinalIgnoreCase)) named = null;
        return new Entry(line.Number, stamp, said, said, line.Section) { Named = named };
    }

    /// <summary>The columns that hold the time: by their head, or because most of their cells are one. A table of labels has none.</summary>
    private static int[] Columns(List<ReportLine> rows)
    {
        var width = rows.Max(r => r.Cells.Count);
        var counts = new int[Math.Min(width, 12)];
        foreach (var row in rows)
            for (var c = 0; c < Math.Min(row.Cells.Count, counts.Length); c++)
                if (Clock.Leading(row.Cells[c]) is { } s && row.Cells[c].Length - s.End < 24) counts[c]++;
        bool Times(int c) => c < counts.Length && counts[c] * 2 >= rows.Count;
        var labels = rows.Count(r => r.Cells.Count > 1 && (Labels.Milestone(r.Cells[0]) is not null || Labels.Figure(r.Cells[0]) is not null));
        if (labels * 3 > rows.Count) return [];
        var first = Enumerable.Range(0, counts.Length).FirstOrDefault(Times, -1);
        if (first < 0) return [];
        // A day in one column and its time in the next.
        var date = rows.Count(r => r.Cells.Count > first && Clock.Leading(r.Cells[first]) is { HasDate: true, HasTime: false });
        return date * 2 >= rows.Count && Times(first + 1) ? [first, first + 1] : [first];
    }

    [GeneratedRegex(@"^\s*(?:[-–—:|)\]→]|\t|  |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\d{1,2}:\d{2}(?:\s[A-Z]{2,4})?\s+[-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Fenced();

    [GeneratedRegex(@":|,| (?:--?|–|—) |\|", RegexOptions.CultureInvariant)]
    private static partial Regex Cut();

    [GeneratedRegex(@"\((?<what>[A-Za-z ]{4,30})\)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?:\(|\[|\bin\s|,\s?|\btime\s)(?:all\s|times\s|in\s)*(?<z>[A-Za-z][A-Za-z_/+\-0-9: ]{1,30}?)[)\]]?$|^(?<z>[A-Z]{3,4})$|^(?<z>[A-Z]{2,4}) time", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadZone();
}

using System.Text.RegularExpressions;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Reports;

/// <summary>Reads an incident report in Markdown or plain text, however its author laid it out.</summary>
internal static partial class MarkdownReport
{
    /// <summary>Surely a report: labelled times, or a timeline under a heading that says what it is.</summary>
    public static bool Is(string file, string text)
    {
        foreach (var draft in Read(file, text))
        {
            var timed = draft.Entries.FindAll(e => e.Stamp.HasTime);
            var laid = timed.Count(e => draft.Lines.Any(l => l.Number == e.Line && l.Kind is LineKind.Row or LineKind.Heading));
            if (draft.Keys.Count(k => k.Firm) > 1 || timed.Exists(e => Sections.Timeline(e.Section)) && timed.Count > 1 || laid > 2 || timed.Count > 2 && Incident().IsMatch(draft.Title ?? "")) return true;
        }

        return false;
    }

    public static IEnumerable<Draft> Read(string file, string text)
    {
        var (fields, next) = FrontMatterKeys.Read(text);
        var lines = ReportLines.Of(Behind(text, next), next);
        var parts = Splitter.Split(lines);
        if (parts.Count == 1) return [Cut(Read(file, lines, fields, 1))];
        // What is said about all of them, such as the zone, stands outside.
        var zone = ZoneReader.Read(lines);
        var drafts = parts.Select(part => Read(file, part, [], part[0].Number)).ToList();
        foreach (var draft in drafts) draft.Stated ??= zone;
        drafts[0].Notes.Add(Notes.SeveralIncidents(drafts[0].At(1), parts.Count));
        Totals.Check(lines, drafts);
        Cut(drafts[0]);
        return drafts;

        Draft Cut(Draft draft)
        {
            if (text.AsSpan().Count('\n') > ReportLines.Most) draft.Notes.Add(Notes.TooManyLines(new Place(file), ReportLines.Most));
            return draft;
        }
    }

    private static Draft Read(string file, IReadOnlyList<ReportLine> lines, IReadOnlyList<(string Name, string Value, int Line)> fields, int first)
    {
        var heading = lines.FirstOrDefault(l => l.Kind == LineKind.Heading);
        var title = fields.Value("title") ?? heading?.Text ?? (lines.Count > 0 ? lines[0].Text : null);
        var draft = new Draft(file, Exercise().IsMatch(title ?? "") ? "exercise report" : "incident report", first) { Title = title };
        draft.Told = Incident().IsMatch(title ?? "") || lines.Take(5).Any(l => Incident().IsMatch(l.Text));
        Days(draft, fields, heading);
        draft.Stated = fields.Value("timezone") is { } zone && Zones.Find(zone) is { } found ? (found, 1) : ZoneReader.Read(lines);
        draft.Lines = lines;
        draft.Entries = EntryReader.Read(lines);
        var entries = draft.Entries.Select(e => e.Line).ToHashSet();
        draft.Keys = KeyReader.Read(lines, entries);
        FigureReader.Read(lines, draft.Figures);
        ActionReader.Read(lines, draft);
        StoryReader.Read(lines, [.. entries, .. draft.Keys.Where(k => k.Firm).Select(k => k.Line), .. draft.Figures.Where(f => f.Firm).Select(f => f.Line)], draft);
        return draft;
    }

    /// <summary>The days the document is named after, surest first.</summary>
    private static void Days(Draft draft, IReadOnlyList<(string Name, string Value, int Line)> fields, ReportLine? heading)
    {
        void Add(string where, int line, string? text)
        {
            if (text is not null && Clock.In(text).Find(s => s.HasDate) is { } day) draft.Days.Add((where, line, day));
        }

        if (fields.Value("title") is { } title) Add("title", fields.First(f => f.Name.Equals("title", StringComparison.OrdinalIgnoreCase)).Line, title);
        if (heading is not null) Add("heading", heading.Number, heading.Text);
        if (draft.Line == 1) Add("file name", 0, FileDay().Match(Path.GetFileName(draft.File)) is { Success: true } m ? m.Value : null);
        foreach (var field in fields.Where(f => f.Name.Equals("date", StringComparison.OrdinalIgnoreCase))) Add("front matter", field.Line, field.Value);
    }

    internal static string Behind(string text, int line)
    {
        var at = 0;
        for (var i = 1; i < line && at >= 0; i++) at = text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : -1;
        return at < 0 ? "" : text[at..];
    }

    [GeneratedRegex(@"\b(?:exercise|drill|table-?top|game ?day|simulation|dr test|failover test|restore test|chaos)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Exercise();

    [GeneratedRegex(@"\b(?:incidents?|outages?|post-?\s?mortems?|retrospective|downtime|sev[- ]?\d|root cause|rca|disruption)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Incident();

    [GeneratedRegex(@"(?<!\d)20\d\d[-_.]?\d\d[-_.]?\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FileDay();
}

using System.Text.RegularExpressions;
using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Forms;

/// <summary>Reads an issue of a cState status page: front matter with date and resolvedWhen, then messages, newest first.</summary>
internal static partial class CState
{
    public static bool Is(IReadOnlyList<(string Name, string Value, int Line)> fields) =>
        fields.Value("date") is not null && (fields.Value("resolvedWhen") is not null || fields.Value("resolved") is not null || fields.Value("severity") is not null && fields.Value("section") is not null);

    public static Draft Read(string file, string text)
    {
        var (fields, next) = FrontMatterKeys.Read(text);
        var lines = ReportLines.Of(MarkdownReport.Behind(text, next), next);
        var draft = new Draft(file, "cState issue", 1) { Title = fields.Value("title") };
        foreach (var (name, mark) in new[] { ("date", Mark.Impact), ("resolvedWhen", Mark.Resolved) })
            foreach (var field in fields.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                if (Clock.Leading(field.Value) is { HasTime: true } stamp)
                    draft.Keys.Add(new KeyTime(mark, field.Line, stamp with { Approx = stamp.Approx || stamp.Clock == TimeSpan.Zero }, $"{name}: {field.Value}", Firm: true));

        // A page that the front matter gives without an offset is in UTC, as cState itself reads it.
        draft.Stated = draft.Keys.FirstOrDefault(k => k.Stamp.Zone is not null) is { } zoned && Zones.Find(zoned.Stamp.Zone!) is { } zone ? (zone, zoned.Line) : null;
        Messages(lines, draft);
        var entries = draft.Entries.Select(e => e.Line).ToHashSet();
        draft.Keys.AddRange(KeyReader.Read(lines, entries).Where(k => !k.Firm));
        FileDay(file, draft);
        if (draft.Title is { } title) draft.Story.Add(new Passage(1, title));
        foreach (var line in lines)
            if (!Header().IsMatch(line.Text) && line.Text.Length > 10) draft.Story.Add(new Passage(line.Number, line.Text));
        return draft;
    }

    private static void Messages(List<ReportLine> lines, Draft draft)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Header().Match(lines[i].Text) is not { Success: true } header) continue;
            var body = string.Join('\n', lines.Skip(i + 1).TakeWhile(l => !Header().IsMatch(l.Text)).Select(l => l.Text));
            var stamp = Clock.In(header.Groups["when"].Value).Find(s => s.HasTime) ?? new Stamp(0, 0) { Open = true };
            draft.Entries.Add(new Entry(lines[i].Number, stamp, body, body, header.Groups["what"].Value) { Published = true });
        }
    }

    private static void FileDay(string file, Draft draft)
    {
        if (Clock.Leading(Path.GetFileName(file)) is { HasDate: true } day) draft.Days.Add(("file name", 0, day));
        foreach (var key in draft.Keys.Where(k => k is { Firm: true, Mark: Mark.Impact })) draft.Days.Add(("front matter", key.Line, key.Stamp));
    }

    [GeneratedRegex(@"^\[(?<what>[A-Za-z][A-Za-z ]{2,30}?)\s*(?:[-–—:,]\s*(?<when>[^\]]*))?\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}

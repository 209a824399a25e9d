using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;
using TabletopAgent.Intake;

namespace TabletopAgent.Import.Forms;

/// <summary>Reads a table of times: a timeline with one event a row, or a register with one incident a row.</summary>
internal static class CsvTimeline
{
    public static bool Is(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        var (delimiter, skipped) = Csv.Delimiter(text);
        if (skipped > 0) return true;
        var names = head.Split(delimiter).Select(Name).ToList();
        return names.Count > 1 && names.TrueForAll(n => n.Length is > 0 and < 40) && names.Exists(n => n.Contains("time", StringComparison.OrdinalIgnoreCase)
            || n.Contains("date", StringComparison.OrdinalIgnoreCase) || n is "at" or "when" or "ts" || Labels.Milestone(n) is not null);
    }

    public static IEnumerable<Draft> Read(string file, string text)
    {
        var notes = new List<Note>();
        var (_, rows) = Csv.Read(text, file, 1, notes);
        if (rows.Count < 2) return [];
        var head = rows[0].Cells.Select(Name).ToList();
        var drafts = head.Count(h => Labels.Milestone(h) is not null) > 1 ? rows.Skip(1).Select(r => Incident(file, head, r)).ToList() : [Timeline(file, head, rows)];
        if (drafts.Count > 0) drafts[0].Notes.AddRange(notes);
        return drafts;
    }

    private static Draft Timeline(string file, List<string> head, List<Csv.Row> rows)
    {
        var lines = rows.Skip(1).Take(ReportLines.Most).Select(r => new ReportLine(r.Line, LineKind.Row, 0, string.Join(" | ", r.Cells.Where(c => c.Length > 0)), null, "timeline", "")
        {
            Cells = [.. r.Cells.Select(Markup.Plain)], Head = head, Table = 1,
        }).ToList();
        var draft = new Draft(file, "CSV timeline", 1) { Title = Path.GetFileNameWithoutExtension(file), Lines = lines };
        if (rows.Count > ReportLines.Most) draft.Notes.Add(Notes.TooManyLines(draft.At(0), ReportLines.Most));
        draft.Entries = EntryReader.Read(lines);
        draft.Keys = KeyReader.Read(lines, draft.Entries.Select(e => e.Line).ToHashSet());
        FigureReader.Read(lines, draft.Figures);
        foreach (var entry in draft.Entries.Take(20)) draft.Story.Add(new Passage(entry.Line, entry.Text));
        return draft;
    }

    private static Draft Incident(string file, List<string> head, Csv.Row row)
    {
        string? Cell(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (head.FindIndex(h => h.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var i && i < row.Cells.Count && row.Cells[i].Length > 0) return row.Cells[i];
            return null;
        }

        var draft = new Draft(file, "CSV register", row.Line) { Title = Cell("title", "name", "summary", "incident", "short description", "id", "number") };
        for (var i = 0; i < Math.Min(head.Count, row.Cells.Count); i++)
        {
            if (Labels.Milestone(head[i]) is { } mark && Clock.Leading(row.Cells[i]) is { HasTime: true } stamp)
                draft.Keys.Add(new KeyTime(mark, row.Line, stamp, $"{head[i]}: {row.Cells[i]}", Firm: true));
            else if (Labels.Figure(head[i]) is { } figure && Durations.Value(row.Cells[i]) is { } length)
                draft.Figures.Add(new Figure(figure, row.Line, length, $"{head[i]}: {row.Cells[i]}", Firm: true));
            else if (row.Cells[i].Length > 15) draft.Story.Add(new Passage(row.Line, row.Cells[i]));
        }

        return draft;
    }

    /// <summary>started_at is "started at".</summary>
    private static string Name(string head) => Markup.Plain(head.Trim().Trim('"').Replace('_', ' '));
}

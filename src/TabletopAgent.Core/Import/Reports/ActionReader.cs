using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Reports;

/// <summary>Finds what is still to be done: bullets, numbers, boxes and rows under a heading that promises it.</summary>
internal static partial class ActionReader
{
    public static void Read(IReadOnlyList<ReportLine> lines, Draft draft)
    {
        int? top = null;
        var section = "";
        foreach (var line in lines)
        {
            if (line.Quoted || line.Label is not null && line.Value.Length == 0 || !Sections.Plans(line.Section) && !Sections.Plans(line.Under)) continue;
            if (line.Section != section) (section, top) = (line.Section, null);
            if (line.Kind == LineKind.Row) Row(line, draft);
            else if (line.Kind == LineKind.Bullet && line.Depth <= (top ??= line.Depth) && !Nothing().IsMatch(line.Text)) draft.Actions.Add(Of(line.Number, line.Text));
        }
    }

    private static void Row(ReportLine row, Draft draft)
    {
        string? Cell(Regex head) => row.Head.Select((h, i) => (h, i)).Where(h => head.IsMatch(h.h) && h.i < row.Cells.Count).Select(h => row.Cells[h.i]).FirstOrDefault(c => c.Length > 0 && !Nothing().IsMatch(c));
        var text = Cell(What()) ?? row.Cells.FirstOrDefault(c => c.Length > 12);
        if (text is not null) draft.Actions.Add(Of(row.Number, text) with { Owner = Cell(Who()), Due = Cell(When()), Done = Closed().IsMatch(Cell(State()) ?? "") });
    }

    private static ActionItem Of(int line, string text) => new(line, text, Owner().Match(text) is { Success: true } m ? m.Groups["who"].Value.Trim() : null, null, Done().IsMatch(text));

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\W*(?:n/?a|none|tbd|tbc|-|nothing)?\W*$", Plain)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\b(?:owner|assignee|assigned to|responsible)\s*:\s*@?(?<who>[^,;()\]]{2,40})|^@(?<who>[\w.-]{2,30})\b", Plain)]
    private static partial Regex Owner();

    [GeneratedRegex(@"\[[xX]\]|\(done\)|\bDONE\b|\bcompleted\b", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex(@"done|complete|closed|✅", Plain)]
    private static partial Regex Closed();

    [GeneratedRegex(@"action|task|item|what|description", Plain)]
    private static partial Regex What();

    [GeneratedRegex(@"owner|assignee|who|responsible|assigned", Plain)]
    private static partial Regex Who();

    [GeneratedRegex(@"due|when|deadline|date|by", Plain)]
    private static partial Regex When();

    [GeneratedRegex(@"status|state|done", Plain)]
    private static partial Regex State();
}

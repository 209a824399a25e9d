namespace TabletopAgent.Agent.Grounding;

/// <summary>Rows of a table: each cell is read with the first cell of its row and the head of its column.</summary>
internal static class TableCheck
{
    private static readonly string[] s_empty = ["", "-", "—", "–"];

    /// <summary>Heads that say no more than the cells below them.</summary>
    private static readonly string[] s_plain = ["time", "time (utc)", "when", "value", "unit", "reading"];

    public static Fault? Header(IReadOnlyList<string> cells, Judge judge) => cells.Where(c => c.Length > 0 && !Plain(c)).Select(judge.Heading).FirstOrDefault(f => f is not null);

    /// <param name="index">Of the row, from 1.</param>
    public static Fault? Row(string row, IReadOnlyList<string> header, int index, Judge judge)
    {
        var cells = ReplyParts.Cells(row);
        if (cells.Count > header.Count) return new Fault(Why.Words);
        // A first column that only counts names nothing.
        var first = cells.Count > 1 && cells[0].TrimEnd('.') == index.ToString() ? 1 : 0;
        var label = cells[first];
        if (s_empty.Contains(label) && cells.All(s_empty.Contains)) return null;
        if (cells.Count == first + 1) return judge.Sentence(label);
        if (judge.Heading(label) is not null && judge.Sentence($"{header[first]}: {label}") is { } fault) return fault;
        for (var i = first + 1; i < cells.Count; i++)
        {
            if (s_empty.Contains(cells[i]) || header[i].Equals("unit", StringComparison.OrdinalIgnoreCase) && judge.Heading(cells[i]) is null) continue;
            var head = Plain(header[i]) ? "" : header[i];
            if (judge.Sentence(cells[i].Contains(". ", StringComparison.Ordinal) ? cells[i] : $"{label} {head}: {cells[i]}") is { } wrong
                && Each(cells[i], label, head, judge) is not null) return wrong;
        }

        return null;
    }

    private static bool Plain(string head) => s_plain.Contains(head, StringComparer.OrdinalIgnoreCase);

    /// <summary>A cell of several sentences.</summary>
    private static Fault? Each(string cell, string label, string header, Judge judge) =>
        new ReplyParts().Of(cell).Where(p => p.Kind != PartKind.Frame).Select(p => judge.Sentence(p.Text) is null ? null : judge.Sentence($"{label} {header}: {p.Text}")).FirstOrDefault(f => f is not null);
}

namespace TabletopAgent.Render;

/// <summary>The probe board as a spreadsheet opens it right: a byte order mark for Excel, CRLF, and no cell that is a formula.</summary>
internal static class BoardCsv
{
    public static void Write(BoardReport board, TextWriter to)
    {
        to.Write('\uFEFF');
        Row(to, "probe_id", "topic", "expected_section", "ΔS_before", "ΔS_after", "coverage_before", "coverage_after", "λ_before", "λ_after", "moved");
        foreach (var p in board.Probes)
            Row(to, p.ProbeId, p.Topic, p.Section, Cell(p.DsBefore), Cell(p.DsAfter), Cell(p.CoverageBefore), Cell(p.CoverageAfter), p.LambdaBefore, p.LambdaAfter,
                string.Join("; ", p.Moved));
    }

    private static string? Cell(double? value) => value is null ? null : Wording.Number(value);

    private static void Row(TextWriter to, params string?[] cells)
    {
        to.Write(string.Join(',', cells.Select(Safe)));
        to.Write("\r\n");
    }

    /// <summary>A cell that begins like a formula gets an apostrophe, which spreadsheets show as text.</summary>
    private static string Safe(string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return "";
        if (cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n') cell = "'" + cell;
        cell = Untrusted.OneLine(cell);
        return cell.AsSpan().IndexOfAny(",;\"") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}

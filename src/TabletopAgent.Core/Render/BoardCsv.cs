namespace TabletopAgent.Render;

/// <summary>The probe board as a spreadsheet: a row a probe, before and after.</summary>
internal static class BoardCsv
{
    public static void Write(BoardReport board, TextWriter to)
    {
        var csv = new CsvWriter(to);
        csv.Row("probe_id", "topic", "expected_section", "ΔS_before", "ΔS_after", "coverage_before", "coverage_after", "λ_before", "λ_after", "λ_trend", "moved", "ΔS_reported");
        foreach (var p in board.Probes)
            csv.Row(
                p.ProbeId, p.Topic, p.Section, Number(p.DsBefore), Number(p.DsAfter), Number(p.CoverageBefore), Number(p.CoverageAfter), p.LambdaBefore, p.LambdaAfter,
                string.Join(' ', p.LambdaTrend), string.Join("; ", p.Moved), Number(p.DsReported));
    }

    private static string? Number(double? value) => value is null ? null : Wording.Number(value);
}

namespace TabletopAgent.Render;

/// <summary>The probe board for a terminal: the verdict, the phases, what was lost and which probes moved.</summary>
internal static class BoardText
{
    /// <summary>More probes than this are for a spreadsheet.</summary>
    private const int Shown = 20;

    public static void Write(BoardReport board, TextWriter to, Ink ink)
    {
        to.Write($"{ink.Verdict(board.Overall, ink.Bold + Wording.Title(Untrusted.OneLine(board.Overall)))}  probe board\n\n");
        PhaseTable.Write(to, board.Phases, ink);

        ReportText.Head(to, ink, "Bars");
        foreach (var (key, name) in Bars)
            if (board.Measures.TryGetValue(key, out var m))
                Column.Write(to, $"  {name,-9}  {ink.Verdict(m.Verdict, Column.Pad(m.Verdict, 12))}", (m.Value is null ? "" : $"{Wording.Measured(m)}: ") + m.Reason, 25);

        if (board.Trend is { } trend) Heading(trend, to, ink);
        if (board.LostCoverage.Count > 0) ReportText.Head(to, ink, "Lost coverage");
        foreach (var lost in board.LostCoverage)
            Column.Write(to, "  ", $"{lost.Topic}: {Wording.Number(lost.Before)} → {Wording.Number(lost.After)}");

        var moved = board.Probes.Where(p => p.Moved.Count > 0).ToList();
        if (moved.Count > 0) ReportText.Head(to, ink, $"Moved: {moved.Count} of {board.Probes.Count} probes");
        foreach (var p in moved.Take(Shown)) Column.Write(to, $"  {Untrusted.OneLine(p.ProbeId)}: ", string.Join(", ", p.Moved));
        if (moved.Count > Shown) to.Write($"  and {moved.Count - Shown} more; --format csv has them all\n");
        ReportText.Notes(board.Notes, to, ink);
    }

    /// <summary>Where ΔS is heading, over the rounds.</summary>
    private static void Heading(BoardTrend trend, TextWriter to, Ink ink)
    {
        ReportText.Head(to, ink, $"Over {trend.Rounds.Count} rounds, for information");
        Column.Write(to, "  λ trend      ", $"{string.Join(' ', trend.LambdaTrend)} (median ΔS {string.Join(" → ", trend.DsMedians.Select(m => Wording.Number(m)))})");
        Column.Write(to, "  E_resonance  ", trend.EResonance is null
            ? "unmeasured; three rounds (baseline, inject, post) would measure it"
            : $"{Wording.Number(trend.EResonance)}, slope {Wording.Number(trend.Slope)} a round ({trend.Reading})");
    }

    private static readonly (string Key, string Name)[] Bars = [("delta_s", "ΔS"), ("coverage", "coverage"), ("lambda", "λ")];
}

using TabletopAgent.Measure;
using TabletopAgent.Score;

namespace TabletopAgent.Render;

/// <summary>The probe board in the shape that is printed and published.</summary>
internal static class Board
{
    public static BoardReport Of(ProbeBoard board, Targets targets, IReadOnlyList<NoteReport> notes) => Of(board, Series.Of(board.Phases, targets), notes);

    private static BoardReport Of(ProbeBoard board, Series? series, IReadOnlyList<NoteReport> notes) => new(
        Word(board.Semantics.Verdict),
        new Dictionary<string, Dimension> { ["delta_s"] = Scorecard.Judged(board.DeltaS), ["coverage"] = Scorecard.Judged(board.Coverage), ["lambda"] = Scorecard.Judged(board.Lambda) },
        board.Phases.ToDictionary(p => Word(p.Phase), ReportBuilder.Phase),
        series is null ? null : Trend(series),
        [.. board.Rows.Select(r => new BoardRow(
            r.Id, r.Topic, r.Section, r.DsBefore, r.DsAfter, r.CoverageBefore, r.CoverageAfter, Sign(r.LambdaBefore), Sign(r.LambdaAfter), Signs(series?.Probes.GetValueOrDefault(r.Id) ?? []), r.Moved, r.DsReported))],
        [.. board.Lost.Select(l => new BoardLoss(l.Topic, l.Before, l.After))],
        notes);

    private static BoardTrend Trend(Series series) => new(
        [.. series.Rounds.Select(Word)], series.Medians, Signs(series.Trend), series.Resonance?.E, series.Resonance?.Slope, series.Resonance?.Word ?? "unmeasured", Resonance.Formula);

    public static string Word(Phase phase) => phase.ToString().ToLowerInvariant();

    public static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static IReadOnlyList<string> Signs(IReadOnlyList<LambdaState> states) => [.. states.Select(Lambda.Sign)];

    private static string? Sign(LambdaState? state) => state is { } s ? Lambda.Sign(s) : null;
}

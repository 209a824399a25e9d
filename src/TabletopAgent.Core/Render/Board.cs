using TabletopAgent.Measure;

namespace TabletopAgent.Render;

/// <summary>The probe board in the shape that is printed and published.</summary>
internal static class Board
{
    public static BoardReport Of(ProbeBoard board, IReadOnlyList<NoteReport> notes) => new(
        Word(board.Semantics.Verdict),
        new Dictionary<string, Dimension> { ["delta_s"] = Judged(board.DeltaS), ["coverage"] = Judged(board.Coverage), ["lambda"] = Judged(board.Lambda) },
        board.Phases.ToDictionary(p => Word(p.Phase), Phase),
        [.. board.Rows.Select(r => new BoardRow(
            r.Id, r.Topic, r.Section, r.DsBefore, r.DsAfter, r.CoverageBefore, r.CoverageAfter, Sign(r.LambdaBefore), Sign(r.LambdaAfter), r.Moved))],
        [.. board.Lost.Select(l => new BoardLoss(l.Topic, l.Before, l.After))],
        notes);

    public static PhaseReport Phase(PhaseBoard p) => new(
        p.N, p.DsMedian, p.DsP90, p.DsMax, p.CoverageMedian, p.CoveragePassRate, p.ConvergentRate, p.Embedder, p.Kind, p.Unverified > 0);

    public static string Word(Phase phase) => phase.ToString().ToLowerInvariant();

    public static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static Dimension Judged(Measurement m) => new(Word(m.Verdict), m.Value, m.Unit, m.Target, m.Reason, m.Formula, m.Evidence);

    private static string? Sign(LambdaState? state) => state is { } s ? Lambda.Sign(s) : null;
}

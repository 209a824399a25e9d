namespace TabletopAgent;

/// <summary>The probe board: the gold probes before and after, each with what moved.</summary>
/// <param name="Overall">pass, fail or unmeasured, of ΔS, coverage and λ together.</param>
/// <param name="Measures">delta_s, coverage and lambda, judged on the latest phase.</param>
/// <param name="Phases">Those recorded, by name.</param>
/// <param name="Trend">Where ΔS is heading; null where there are no two rounds that can be compared.</param>
public sealed record BoardReport(
    string Overall,
    IReadOnlyDictionary<string, Dimension> Measures,
    IReadOnlyDictionary<string, PhaseReport> Phases,
    BoardTrend? Trend,
    IReadOnlyList<BoardRow> Probes,
    IReadOnlyList<BoardLoss> LostCoverage,
    IReadOnlyList<NoteReport> Notes);

/// <summary>ΔS over the rounds of probes. For information: it gates nothing.</summary>
/// <param name="Rounds">The phases, in order of time.</param>
/// <param name="LambdaTrend">One sign a round, from the second on.</param>
/// <param name="EResonance">The mean of the medians of the last five rounds; null under three rounds.</param>
/// <param name="Slope">How E_resonance climbs, a round.</param>
/// <param name="Reading">pass (level or falling), warn or fail (climbing); unmeasured under three rounds.</param>
public sealed record BoardTrend(
    IReadOnlyList<string> Rounds, IReadOnlyList<double> DsMedians, IReadOnlyList<string> LambdaTrend, double? EResonance, double? Slope, string Reading, string Formula);

/// <param name="DsReported">The ΔS somebody wrote down for the later phase; it gates only where nothing can be computed.</param>
/// <param name="LambdaTrend">Where its ΔS is heading: one sign a round, from the second on; empty where it has no ΔS in some round.</param>
/// <param name="Moved">What changed enough to matter, in words; empty where nothing did.</param>
public sealed record BoardRow(
    string ProbeId, string? Topic, string? Section, double? DsBefore, double? DsAfter, double? CoverageBefore, double? CoverageAfter,
    string? LambdaBefore, string? LambdaAfter, IReadOnlyList<string> LambdaTrend, IReadOnlyList<string> Moved, double? DsReported);

/// <summary>A topic or section that was covered before and is not now.</summary>
public sealed record BoardLoss(string Topic, double Before, double After);

namespace TabletopAgent;

/// <summary>The probe board: the gold probes before and after, each with what moved.</summary>
/// <param name="Overall">pass, fail or unmeasured, of ΔS, coverage and λ together.</param>
/// <param name="Measures">delta_s, coverage and lambda, judged on the latest phase.</param>
/// <param name="Phases">Those recorded, by name.</param>
public sealed record BoardReport(
    string Overall,
    IReadOnlyDictionary<string, Dimension> Measures,
    IReadOnlyDictionary<string, PhaseReport> Phases,
    IReadOnlyList<BoardRow> Probes,
    IReadOnlyList<BoardLoss> LostCoverage,
    IReadOnlyList<NoteReport> Notes);

/// <param name="Moved">What changed enough to matter, in words; empty where nothing did.</param>
public sealed record BoardRow(
    string ProbeId, string? Topic, string? Section, double? DsBefore, double? DsAfter, double? CoverageBefore, double? CoverageAfter,
    string? LambdaBefore, string? LambdaAfter, IReadOnlyList<string> Moved);

/// <summary>A topic or section that was covered before and is not now.</summary>
public sealed record BoardLoss(string Topic, double Before, double After);

namespace TabletopAgent;

/// <summary>What ΔS is worth with the embedder in use: how right pairs lie, how random ones lie, and the bars that would tell them apart.</summary>
/// <param name="Embedder">As the probes name it; null where they name none.</param>
/// <param name="Probes">Questions with their right sections.</param>
/// <param name="Pairs">Questions with the sections of other questions.</param>
/// <param name="ShuffledMedian">Where strangers lie: the floor.</param>
/// <param name="Auc">How often a right pair is nearer than a random one, 0 to 1.</param>
/// <param name="ShuffledPassing">Share of random pairs that the raw bar would pass.</param>
/// <param name="MatchedPassing">Share of right pairs that it would pass.</param>
/// <param name="InForce">raw or calibrated.</param>
/// <param name="Warning">Null where the raw bars mean what they should.</param>
/// <param name="Matched">Share of right pairs in each twentieth of 0 to 1.</param>
/// <param name="Shuffled">The same of random pairs.</param>
public sealed record CalibrationReport(
    string? Embedder, int Probes, int Pairs, double MatchedMedian, double ShuffledMedian, double Auc, BarsReport Raw, BarsReport Calibrated, double ShuffledPassing,
    double MatchedPassing, string InForce, string? Warning, IReadOnlyList<double> Matched, IReadOnlyList<double> Shuffled);

/// <param name="Pass">ΔS at or below this passes.</param>
/// <param name="Act">ΔS at or above this asks for a rebuild.</param>
public sealed record BarsReport(double Pass, double Act);

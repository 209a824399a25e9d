using System.Text.Json.Serialization;

namespace TabletopAgent;

/// <summary>
/// The one shape that diagnose, run, report and grade give. A pure function of events, knowledge and targets: no clock time of its
/// own, numbers with at most four decimals, null where something was not measured.
/// </summary>
public sealed record Report(
    string? Id,
    string Overall,
    Status Status,
    IReadOnlyDictionary<string, Dimension> Dimensions,
    DiagnosisReport Diagnosis,
    TimesReport Times,
    StatedReport Stated,
    SourceReport? Source,
    IReadOnlyList<ServiceReport> Services,
    IReadOnlyList<StoreReport> Stores,
    IReadOnlyDictionary<string, PhaseReport> Probes,
    CommsReport Comms,
    IReadOnlyList<CheckReport> Checks,
    IReadOnlyList<FactReport> Facts,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<NoteReport> Notes,
    string InputsHash,
    string KnowledgeHash,
    string Program)
{
    /// <summary>What the bars of ΔS mean with the embedder in use; null under 20 probes with vectors or texts.</summary>
    public CalibrationReport? Calibration { get; init; }

    /// <summary>What a model makes of it, where that was asked for; no figure or verdict rests on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelNote? ModelNote { get; init; }
}

/// <summary>A few sentences of a model for the retro.</summary>
/// <param name="Model">Its name, as its server calls it.</param>
/// <param name="Text">What stands of it, with the code's own sentence in brackets wherever one was struck.</param>
/// <param name="Struck">How many sentences nothing in the report bears out.</param>
public sealed record ModelNote(string Model, string Text, int Struck)
{
    /// <summary>What every form calls it, so that nobody takes it for a verdict.</summary>
    public const string Mark = "model, checked";

    public string Kind { get; init; } = Mark;
}

/// <summary>Answers the seed's prompt: its five keys first, spelled and ordered as there.</summary>
public sealed record Status(
    [property: JsonPropertyName("RTO")] string Rto,
    [property: JsonPropertyName("RPO")] string Rpo,
    [property: JsonPropertyName("ΔS_median")] double? DeltaSMedian,
    [property: JsonPropertyName("coverage_median")] double? CoverageMedian,
    [property: JsonPropertyName("next_fix")] string NextFix,
    string? Layer,
    string? SecondLayer,
    string Confidence,
    IReadOnlyList<StatusPage> Pages,
    IReadOnlyList<string> Steps,
    IReadOnlyList<StatusAction> Actions,
    string Lambda,
    IReadOnlyDictionary<string, string> Dimensions,
    string Overall,
    IReadOnlyList<string> Notes,
    string InputsHash);

/// <summary>What to open; the report says more of it.</summary>
/// <param name="Section">page#section.</param>
public sealed record StatusPage(string Id, string Section, string? Url);

/// <summary>What to do and how it is known to have worked; the report says where it stands.</summary>
public sealed record StatusAction(string Area, string Do, string Proof);

/// <summary>One of the six dimensions of the scorecard.</summary>
/// <param name="Verdict">pass, fail or unmeasured; unmeasured never counts as pass.</param>
/// <param name="Reason">One sentence; for unmeasured, what would supply it.</param>
/// <param name="Formula">Id of the formula in <c>docs/formulas.md</c>.</param>
/// <param name="Evidence">Events, probes or pages the verdict rests on.</param>
public sealed record Dimension(
    string Verdict, double? Value, string? Unit, double? Target, string Reason, string Formula, IReadOnlyList<string> Evidence);

/// <param name="Verdict">fault, healthy or need_data.</param>
/// <param name="Layers">At most two, most certain first; empty when healthy.</param>
/// <param name="RunnerUp">The best layer not chosen, and why not.</param>
/// <param name="Ask">For need_data: the facts that would decide.</param>
public sealed record DiagnosisReport(
    string Verdict,
    string Reason,
    IReadOnlyList<LayerReport> Layers,
    RunnerUp? RunnerUp,
    IReadOnlyList<PageReference> Pages,
    IReadOnlyList<StepReport> Steps,
    IReadOnlyList<ActionReport> Actions,
    IReadOnlyList<string> Ask);

/// <param name="Confidence">high, medium or low; never above the evidence.</param>
/// <param name="FirstSeen">The event, time or place where its first evidence stands.</param>
/// <param name="RefutedBy">The observation that would prove this layer wrong.</param>
public sealed record LayerReport(
    string Layer, string Confidence, string? FirstSeen, IReadOnlyList<Evidence> For, IReadOnlyList<Evidence> Against, IReadOnlyList<string> RefutedBy);

public sealed record RunnerUp(string Layer, string WhyNot);

/// <param name="Kind">measured, reported or words.</param>
/// <param name="Place">file:line, event number, probe or page#section.</param>
public sealed record Evidence(string Text, string Kind, string Place);

/// <param name="Id">Page id.</param>
/// <param name="Section">page#section to open first.</param>
/// <param name="Upstream">Repository paths it stands for.</param>
/// <param name="Url">Address of the first of these, null if none.</param>
public sealed record PageReference(string Id, string Title, string Section, IReadOnlyList<string> Upstream, string? Url);

public sealed record StepReport(string Text, string Page, string Section, string? Precondition, string? Expect, bool? Reversible);

/// <param name="Do">What to do.</param>
/// <param name="Proof">How it is known to have worked.</param>
public sealed record ActionReport(string Area, string Do, string Proof, string Page, string Section);

/// <param name="DsReported">Median of the ΔS that were only written down, beside what was computed.</param>
public sealed record PhaseReport(
    int N, double? DsMedian, double? DsP90, double? DsMax, double? CoverageMedian, double? CoveragePassRate, double? ConvergentRate, string? Embedder,
    string? Kind, bool Unverified, double? DsReported);

/// <summary>A fact the verdict could use, and where it stands.</summary>
public sealed record FactReport(string Name, double? Number, string? Word, double? Before, string? Unit, string Source, string Place, string Quote);

/// <summary>A thing worth an action item. Its id names what it is about, so that it stays the same from run to run.</summary>
public sealed record Finding(string Id, string Kind, string Text, IReadOnlyList<string> Evidence);

public sealed record NoteReport(string Code, string Severity, string Text, string File, int? Line);

using System.ComponentModel;
using Microsoft.SemanticKernel;
using TabletopAgent.Render;

namespace TabletopAgent.Agent.Tools;

/// <summary>Score: what the code has decided.</summary>
internal sealed class ScoreTools(Sitting sitting)
{
    [KernelFunction("status")]
    [Description("The status of the exercise as JSON: RTO, RPO, ΔS_median (0 to 1), coverage_median (0 to 1), next_fix, failing layer, second layer, confidence, pages, steps, actions with proofs, verdicts. null is unmeasured. Quote it; change nothing in it.")]
    public string Status() => StatusJson.Of(sitting.Report);

    [KernelFunction("scorecard")]
    [Description("The six dimensions RTO (minutes), RPO (writes), Semantics, Safety, Ops and Docs: each with verdict pass, fail or unmeasured, value, bar and reason. The exercise passes only if all six pass.")]
    public string Scorecard() => ScoreText.Scorecard(sitting.Report);

    [KernelFunction("next_fix")]
    [Description("The one thing to do next, with the page section it comes from, what must hold before, what to expect after, and whether it can be undone.")]
    public string NextFix() => ScoreText.NextFix(sitting.Report);

    [KernelFunction("why")]
    [Description("Why the code decided so. Without a dimension: the failing layer with what speaks for and against it, each with its place, and what would refute it. With one: the reason and evidence of its verdict.")]
    public string Why([Description("rto, rpo, semantics, safety, ops or docs; leave out for the failing layer")] string? dimension = null)
    {
        var report = sitting.Report;
        if (string.IsNullOrWhiteSpace(dimension)) return ScoreText.Why(report);
        return report.Dimensions.TryGetValue(dimension.Trim().ToLowerInvariant(), out var asked)
            ? $"{ScoreText.Line(dimension.Trim(), asked)}\nevidence: {(asked.Evidence.Count > 0 ? string.Join(", ", asked.Evidence) : "none")}"
            : $"there is no dimension {dimension}. Ask for rto, rpo, semantics, safety, ops or docs.";
    }
}

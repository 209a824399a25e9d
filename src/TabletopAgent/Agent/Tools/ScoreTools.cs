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
    public string Scorecard()
    {
        var report = sitting.Report;
        return string.Join('\n', Wording.Dimensions.Where(d => report.Dimensions.ContainsKey(d.Key)).Select(d => Line(d.Name, report.Dimensions[d.Key])).Prepend($"overall: {report.Overall}"));
    }

    [KernelFunction("next_fix")]
    [Description("The one thing to do next, with the page section it comes from, what must hold before, what to expect after, and whether it can be undone.")]
    public string NextFix()
    {
        var report = sitting.Report;
        if (report.Diagnosis.Steps.Count == 0) return report.Status.NextFix;
        var step = report.Diagnosis.Steps[0];
        return string.Join('\n', [
            report.Status.NextFix, $"before: {step.Precondition ?? "nothing said"}", $"expect: {step.Expect ?? "nothing said"}", $"undo: {Wording.Undo(step.Reversible)}"]);
    }

    [KernelFunction("why")]
    [Description("Why the code decided so. Without a dimension: the failing layer with what speaks for and against it, each with its place, and what would refute it. With one: the reason and evidence of its verdict.")]
    public string Why([Description("rto, rpo, semantics, safety, ops or docs; leave out for the failing layer")] string? dimension = null)
    {
        var (report, d) = (sitting.Report, sitting.Report.Diagnosis);
        if (!string.IsNullOrWhiteSpace(dimension))
            return report.Dimensions.TryGetValue(dimension.Trim().ToLowerInvariant(), out var asked)
                ? $"{Line(dimension.Trim(), asked)}\nevidence: {(asked.Evidence.Count > 0 ? string.Join(", ", asked.Evidence) : "none")}"
                : $"there is no dimension {dimension}. Ask for rto, rpo, semantics, safety, ops or docs.";

        var lines = new List<string> { $"verdict: {d.Verdict}: {Wording.Headline(d)}. {d.Reason}" };
        foreach (var layer in d.Layers)
        {
            lines.AddRange(layer.For.Select(e => $"for {layer.Layer}: {e.Text} ({e.Kind}, {e.Place})"));
            lines.AddRange(layer.Against.Select(e => $"against {layer.Layer}: {e.Text} ({e.Kind}, {e.Place})"));
            lines.AddRange(layer.RefutedBy.Select(r => $"{layer.Layer} is wrong if: {r}"));
        }

        if (d.RunnerUp is { } other) lines.Add($"not {other.Layer}: {other.WhyNot}");
        lines.AddRange(d.Pages.Select(p => $"open: {p.Section} {p.Title}"));
        lines.AddRange(d.Ask.Select(a => $"would decide it: {a}"));
        return string.Join('\n', lines);
    }

    private static string Line(string name, Dimension d) => $"{name}: {d.Verdict}: {Wording.Measured(d)}. {d.Reason}";
}

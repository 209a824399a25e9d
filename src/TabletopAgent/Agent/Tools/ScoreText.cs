using TabletopAgent.Render;

namespace TabletopAgent.Agent.Tools;

/// <summary>What the code has decided, in words for a model.</summary>
internal static class ScoreText
{
    public static string Scorecard(Report report) =>
        string.Join('\n', Wording.Dimensions.Where(d => report.Dimensions.ContainsKey(d.Key)).Select(d => Line(d.Name, report.Dimensions[d.Key])).Prepend($"overall: {report.Overall}"));

    public static string NextFix(Report report)
    {
        if (report.Diagnosis.Steps.Count == 0) return report.Status.NextFix;
        var step = report.Diagnosis.Steps[0];
        return string.Join('\n', [
            report.Status.NextFix, $"before: {step.Precondition ?? "nothing said"}", $"expect: {step.Expect ?? "nothing said"}", $"undo: {Wording.Undo(step.Reversible)}"]);
    }

    /// <summary>The failing layer with what speaks for and against it, each with its place, and what would refute it.</summary>
    public static string Why(Report report)
    {
        var d = report.Diagnosis;
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

    public static string Line(string name, Dimension d) => $"{name}: {d.Verdict}: {Wording.Measured(d)}. {d.Reason}";
}

using TabletopAgent.Diagnose;
using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>The six dimensions. Those that nothing measured say what would.</summary>
internal static class Scorecard
{
    public static readonly string[] Names = ["rto", "rpo", "semantics", "safety", "ops", "docs"];

    public static IReadOnlyDictionary<string, Dimension> Of(Outcome outcome) => new Dictionary<string, Dimension>
    {
        ["rto"] = Judged(outcome.Rto),
        ["rpo"] = Judged(outcome.Rpo),
        ["semantics"] = Judged(outcome.Probes.Semantics) with { Formula = "semantics-gates" },
        ["safety"] = Unmeasured(null, null, "safety-battery", "The safety battery before and after (safety events) would measure it."),
        ["ops"] = Unmeasured(null, null, "ops-steady", "A baseline and sli and error events after the stable instant would measure error classes, cache and p95."),
        ["docs"] = Unmeasured(null, null, "docs-links", "Decision events with owner, time and a runbook link that resolves would measure it."),
    };

    /// <summary>pass only if all six pass; fail if any fails; else unmeasured.</summary>
    public static string Overall(IReadOnlyDictionary<string, Dimension> dimensions) =>
        dimensions.Values.Any(d => d.Verdict == "fail") ? "fail" : dimensions.Values.All(d => d.Verdict == "pass") ? "pass" : "unmeasured";

    /// <summary>A measurement as reports publish it.</summary>
    public static Dimension Judged(Measurement m) => new(m.Verdict.ToString().ToLowerInvariant(), m.Value, m.Unit, m.Target, m.Reason, m.Formula, m.Evidence);

    private static Dimension Unmeasured(string? unit, double? target, string formula, string reason) => new("unmeasured", null, unit, target, reason, formula, []);

    /// <summary>The first open step of the leading layer; without one, what to measure or to ask.</summary>
    public static string NextFix(Diagnosis diagnosis, Prescription prescription, IReadOnlyList<string> ask) =>
        prescription.Steps.Count > 0 ? $"{prescription.Steps[0].Text} [{prescription.Steps[0].Section}]"
        : diagnosis.Verdict == "healthy" ? "Nothing to fix; keep the evidence with the log."
        : ask.Count > 0 ? $"Ask: {ask[0]}" : "Give a symptom, probes or measurements.";
}

using TabletopAgent.Diagnose;
using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>The six dimensions. A brief carries no exercise log, so those that need one say what would supply them.</summary>
internal static class Scorecard
{
    public static readonly string[] Names = ["rto", "rpo", "semantics", "safety", "ops", "docs"];

    public static IReadOnlyDictionary<string, Dimension> Of(ProbeBoard board, string? tier, Targets targets)
    {
        var rto = tier == "A" ? targets.RtoTierA : targets.RtoTierS;
        return new Dictionary<string, Dimension>
        {
            ["rto"] = Unmeasured("min", rto, "rto-hold", $"An exercise log with sli events from the first breach to ten green minutes would measure it; the bar is {rto:0} min for tier {tier ?? "S, the strictest, as none is named"}."),
            ["rpo"] = Unmeasured("writes", 0, "rpo-ledger", "A writes event per store (acked, present, replayed, deduped, documented lost) would measure it."),
            ["semantics"] = Judged(board.Semantics),
            ["safety"] = Unmeasured(null, null, "safety-battery", "The safety battery before and after (safety events) would measure it."),
            ["ops"] = Unmeasured(null, null, "ops-steady", "A baseline and sli and error events after the stable instant would measure error classes, cache and p95."),
            ["docs"] = Unmeasured(null, null, "docs-links", "Decision events with owner, time and a runbook link that resolves would measure it."),
        };
    }

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

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
        ["safety"] = Judged(outcome.Safety),
        ["ops"] = Judged(outcome.Ops),
        ["docs"] = Judged(outcome.Docs),
    };

    /// <summary>pass only if all six pass; fail if any fails; else unmeasured.</summary>
    public static string Overall(IReadOnlyDictionary<string, Dimension> dimensions) =>
        dimensions.Values.Any(d => d.Verdict == "fail") ? "fail" : dimensions.Values.All(d => d.Verdict == "pass") ? "pass" : "unmeasured";

    /// <summary>A measurement as reports publish it.</summary>
    public static Dimension Judged(Measurement m) => new(m.Verdict.ToString().ToLowerInvariant(), m.Value, m.Unit, m.Target, m.Reason, m.Formula, m.Evidence);
}

namespace TabletopAgent.Tests.Render;

internal static class SampleBoard
{
    public static readonly BoardReport Moved = new(
        "fail",
        new Dictionary<string, Dimension>
        {
            ["delta_s"] = new("fail", 0.66, "0–1", 0.45, "Median ΔS 0.66 is above 0.45.", "delta_s", ["p-001"]),
            ["coverage"] = new("fail", 0.52, "0–1", 0.7, "Median coverage 0.52 is below 0.7.", "coverage", ["p-001"]),
            ["lambda"] = new("unmeasured", null, null, null, "One seed; λ needs two.", "lambda", []),
        },
        SampleReport.Fault.Probes,
        new(["baseline", "inject"], [0.38, 0.66], ["×"], null, null, "unmeasured", "E"),
        [
            new("p-001", "leave, paid", "benefits.pto", 0.38, 0.66, 0.78, 0.52, "→", "<>", ["×"], ["ΔS 0.38 → 0.66", "λ from → to <>"], null),
            new("=HYPERLINK(\"x\")", null, null, 0.41, 0.41234, null, null, null, null, [], [], 0.4),
        ],
        [new("benefits.pto", 0.78, 0.52)],
        []);
}

using System.Globalization;

namespace TabletopAgent.Render;

/// <summary>Words that the writers for people share.</summary>
internal static class Wording
{
    /// <summary>The dimensions in the order of the scorecard, and what people call them.</summary>
    public static readonly (string Key, string Name)[] Dimensions =
        [("rto", "RTO"), ("rpo", "RPO"), ("semantics", "Semantics"), ("safety", "Safety"), ("ops", "Ops"), ("docs", "Docs")];

    public static readonly string[] Phases = ["baseline", "inject", "post"];

    public static string Number(double? value) => value is { } v && double.IsFinite(v) ? (Math.Round(v, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture) : "–";

    public static string Percent(double? share) => share is { } s && double.IsFinite(s) ? $"{Number(Math.Round(s * 100, 2))} %" : "–";

    /// <summary>Value beside its bar: "0.66 of 0.45", "1 writes (0 allowed)", "unmeasured".</summary>
    public static string Measured(Dimension d)
    {
        if (d.Value is null) return d.Target is null ? "–" : $"– of {Number(d.Target)}{Unit(d.Unit)}";
        if (d.Target == 0) return $"{Number(d.Value)}{Unit(d.Unit)} (0 allowed)";
        return d.Target is null ? Number(d.Value) + Unit(d.Unit) : $"{Number(d.Value)} of {Number(d.Target)}{Unit(d.Unit)}";
    }

    /// <summary>0–1 is the range of a share, not a unit that one says.</summary>
    private static string Unit(string? unit) => unit is null or "0–1" ? "" : " " + Untrusted.OneLine(unit);

    /// <summary>"vector-index (high) and queue-and-writes (medium)"; for a verdict that is no layer, its words.</summary>
    public static string Headline(DiagnosisReport d) => d.Verdict switch
    {
        "healthy" => "nothing here is a fault",
        "need_data" => "not enough to name the layer",
        _ => string.Join(" and ", d.Layers.Select(l => $"{l.Layer} ({l.Confidence} confidence)")),
    };

    /// <summary>What was found, and apart from it what would have come out otherwise.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<Finding> Findings)> Findings(IReadOnlyList<Finding> findings)
    {
        var groups = findings.ToLookup(f => f.Kind == "counterfactual");
        if (groups[false].Any()) yield return ("Findings", [.. groups[false]]);
        if (groups[true].Any()) yield return ("What if", [.. groups[true]]);
    }

    public static string Undo(bool? reversible) => reversible switch { true => "yes", false => "no, check twice", null => "not said" };

    public static string Title(string verdict) => verdict switch { "need_data" => "NEED DATA", _ => verdict.ToUpperInvariant() };
}

namespace TabletopAgent.Measure;

/// <summary>Where a ΔS comes from. The two never meet in one median.</summary>
internal enum DeltaSKind
{
    /// <summary>Computed here, from recorded embeddings or from text.</summary>
    Dense,

    /// <summary>A number somebody wrote down.</summary>
    Reported,
}

/// <summary>ΔS of one probe, each value 0 to 1 or null.</summary>
/// <param name="Value">Median over the runs.</param>
/// <param name="Max">The worst run.</param>
/// <param name="Model">The embedding model as recorded, or the one that computed ΔS from text; null where none is named.</param>
/// <param name="Unreliable">Some run retrieved nothing and counts as 1.0 by convention.</param>
/// <param name="AnyModel">Every run retrieved nothing: the value depends on no model and is kept in every median.</param>
/// <param name="Anchor">Median ΔS of what was retrieved to the expected text.</param>
/// <param name="DecoyGap">ΔS to the decoy minus ΔS to the expected text, −1 to 1: near 0 the two cannot be told apart.</param>
/// <param name="KGain">How far ΔS falls from k = 5 to k = 20, −1 to 1.</param>
internal sealed record ProbeDeltaS(
    Probe Probe, double? Value, double? Max, DeltaSKind Kind, string? Model, bool Unreliable, bool AnyModel, double? Anchor, double? DecoyGap, double? KGain);

/// <summary>Semantic stress, 1 − cos(question, retrieved text) with the cosine held in 0 to 1. Fact sheet 1.1.</summary>
internal static class DeltaS
{
    public const string Formula = "median over probes of (median over runs of 1 − cos(question, retrieved))";

    /// <summary>Cosine in 0 to 1; null where a vector is missing, all zeros or of another dimension.</summary>
    public static double? Cos01(double[]? u, double[]? v) => Cos(u, v) is { } cos ? Math.Clamp(cos, 0, 1) : null;

    /// <summary>Cosine as it is, −1 to 1.</summary>
    public static double? Cos(double[]? u, double[]? v)
    {
        if (u is null || v is null || u.Length != v.Length) return null;
        var (su, sv) = (Largest(u), Largest(v));
        if (!(su > 0 && sv > 0 && double.IsFinite(su) && double.IsFinite(sv))) return null;

        // Scaled by the largest entry, no square overflows; sqrt(x·x) is exactly x, so a vector is exactly like itself.
        double dot = 0, uu = 0, vv = 0;
        for (var i = 0; i < u.Length; i++)
        {
            var (a, b) = (u[i] / su, v[i] / sv);
            dot += a * b;
            uu += a * a;
            vv += b * b;
        }

        return Math.Clamp(dot / Math.Sqrt(uu * vv), -1, 1);
    }

    /// <summary>1 − cosine: 0 the same direction, 1 nothing in common.</summary>
    public static double? Between(double[]? u, double[]? v) => 1 - Cos01(u, v);

    /// <summary>ΔS of question and retrieved text; 1.0 where retrieval came back empty, null where it was not recorded.</summary>
    public static double? OfRun(Run run) => CameBackEmpty(run) ? 1.0 : run.Heard is { } heard ? heard.Question : Between(run.QuestionVec, run.RetrievedVec);

    public static ProbeDeltaS OfProbe(Probe probe)
    {
        var values = Values(probe.Runs, OfRun);
        var empty = probe.Runs.Count(CameBackEmpty);
        var kind = values.Count > 0 || probe.ReportedDeltaS is null ? DeltaSKind.Dense : DeltaSKind.Reported;
        return new ProbeDeltaS(
            probe, Numbers.Median(values) ?? probe.ReportedDeltaS, Numbers.Max(values) ?? probe.ReportedDeltaS, kind, kind == DeltaSKind.Dense ? probe.Recomputed ?? probe.EmbedModel : probe.EmbedModel,
            empty > 0, empty > 0 && empty == values.Count,
            Numbers.Median(Values(probe.Runs, r => ToAnchor(probe, r))), Numbers.Median(Values(probe.Runs, r => ToDecoy(probe, r) - ToAnchor(probe, r))),
            Numbers.Median(Values(probe.Runs.Where(r => r.K == 5), OfRun)) - Numbers.Median(Values(probe.Runs.Where(r => r.K == 20), OfRun)));
    }

    /// <summary>safe, transit, risk or danger.</summary>
    public static string Zone(double value, Targets targets)
    {
        var x = Numbers.Round(value);
        return x < targets.ZoneTransit ? "safe" : x < targets.ZoneRisk ? "transit" : x < targets.ZoneDanger ? "risk" : "danger";
    }

    /// <summary>pass, review or fail. Review is a fail that asks for a next measurement before a rebuild.</summary>
    public static string Word(double value, Targets targets)
    {
        var x = Numbers.Round(value);
        return x <= targets.DeltaSPass ? "pass" : x < targets.DeltaSAct ? "review" : "fail";
    }

    public static bool CameBackEmpty(Run run) => run.Retrieved is { } chunks && chunks.All(c => c.Text is { } text && string.IsNullOrWhiteSpace(text));

    private static double? ToAnchor(Probe probe, Run run) => run.Heard is { } heard ? heard.Anchor : Between(run.RetrievedVec, probe.Expected?.Vec);

    private static double? ToDecoy(Probe probe, Run run) => run.Heard is { } heard ? heard.Decoy : Between(run.RetrievedVec, probe.Decoy?.Vec);

    private static List<double> Values(IEnumerable<Run> runs, Func<Run, double?> measure) => runs.Select(measure).OfType<double>().ToList();

    private static double Largest(double[] vector)
    {
        var largest = 0.0;
        foreach (var x in vector) largest = Math.Max(largest, Math.Abs(x)); // Math.Max keeps a NaN
        return largest;
    }
}

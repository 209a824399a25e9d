using TabletopAgent.Render;

namespace TabletopAgent.Agent.Grounding;

/// <summary>What the code says in place of a sentence that it struck.</summary>
internal static class Instead
{
    public static string Of(Fault fault, GroundingSources sources) => $"[struck: {What(fault)}. {Own(fault, sources)}]";

    private static string What(Fault fault) => fault.Why switch
    {
        Why.Words => "this could not be checked",
        Why.Figure => "a figure nobody measured",
        Why.Verdict => "a verdict the report does not give",
        Why.Layer => "a layer or certainty the report does not give",
        Why.Page => "a page or section that was not found for this",
        Why.Address => "an address from nowhere",
        Why.Person => "a person or role that the log has otherwise",
        Why.Time => "a time that is not in the log",
        Why.Quote => "words that nobody is recorded to have said",
        Why.Deed => "something this program did not do",
        Why.Advice => "a step that is on no page",
        _ => "nothing measured says so",
    };

    private static string Own(Fault fault, GroundingSources sources)
    {
        var report = sources.Report;
        return fault.Why switch
        {
            Why.Figure or Why.Verdict or Why.Claim when fault.About is { } metric && Metric(metric, sources) is { } said => said,
            Why.Layer => Layers(report),
            Why.Page or Why.Address => report.Diagnosis.Pages.Count == 0 ? "The report opens no page." : $"Pages: {string.Join(", ", report.Diagnosis.Pages.Select(p => p.Section))}.",
            Why.Person => sources.Roles.Count == 0 ? "No role is staffed." : $"Roles: {string.Join(", ", sources.Roles.Select(r => $"{r.Key} {Untrusted.OneLine(r.Value)}"))}.",
            Why.Advice => $"Next fix: {report.Status.NextFix}",
            Why.Quote or Why.Time or Why.Deed => "See the timeline.",
            _ => $"Overall: {report.Overall}. {Layers(report)}",
        };
    }

    private static string? Metric(string metric, GroundingSources sources)
    {
        var (report, figures) = (sources.Report, sources.Index.Figures);
        switch (metric)
        {
            case "rto": return $"RTO is {report.Status.Rto}.";
            case "rpo": return $"RPO is {report.Status.Rpo}.";
            case "ds": return report.Status.DeltaSMedian is { } ds ? FormattableString.Invariant($"Median ΔS is {ds:0.####}, bar {sources.Targets.DeltaSPass:0.00##}.") : "ΔS is unmeasured.";
            case "coverage": return report.Status.CoverageMedian is { } coverage ? FormattableString.Invariant($"Median coverage is {coverage:0.####}, bar {sources.Targets.CoveragePass:0.00##}.") : "Coverage is unmeasured.";
            case "convergent": return $"λ: {report.Status.Lambda}.";
            case "exercise": return $"Overall: {report.Overall} ({string.Join(", ", report.Dimensions.Select(d => $"{d.Key} {d.Value.Verdict}"))}).";
        }

        if (report.Dimensions.TryGetValue(metric, out var dimension)) return $"{metric}: {dimension.Verdict}. {dimension.Reason}";
        return figures.Of(metric).FirstOrDefault(f => f.Number is not null && f.Phase is null) is { } figure ? FormattableString.Invariant($"{metric} is {figure.Number:0.####} {figure.Unit}.") : null;
    }

    private static string Layers(Report report) => report.Diagnosis.Layers.Count == 0 ? $"Diagnosis: {report.Diagnosis.Verdict}."
        : $"Failing layer: {string.Join(" and ", report.Diagnosis.Layers.Select(l => $"{l.Layer} ({l.Confidence} confidence)"))}.";
}

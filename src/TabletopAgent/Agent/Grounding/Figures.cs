using System.Globalization;
using System.Text.Json;
using TabletopAgent.Render;

namespace TabletopAgent.Agent.Grounding;

/// <summary>Something the report has measured, decided or counted.</summary>
/// <param name="Metric">Its key in the lexicon.</param>
/// <param name="Unit">0–1, min, s, ms, %, points, ×, or what is counted.</param>
/// <param name="Stat">median, p90, max, pass_rate; null where there is only one value.</param>
/// <param name="Entity">The service, store, check or layer it is of.</param>
internal sealed record Figure(string Metric, string Unit, double? Number, string? Stat = null, string? Phase = null, string? Entity = null, string? Word = null, DateTimeOffset? Time = null);

/// <summary>All typed figures of a report. It is walked as the JSON that people get, so that parts added later are figures too.</summary>
internal sealed class Figures
{
    private static readonly string[] s_phases = ["baseline", "inject", "post"];

    private readonly List<Figure> _values = [];
    private readonly List<(string Metric, double Value, bool Bar)> _targets = [];
    private readonly List<(string Metric, string? Entity, string Verdict)> _verdicts = [];

    public Figures(GroundingSources sources)
    {
        var (report, targets) = (sources.Report, sources.Targets);
        using var json = JsonDocument.Parse(ReportJson.Of(report));
        var root = json.RootElement;
        foreach (var (name, dimension) in report.Dimensions)
        {
            _verdicts.Add((name, null, dimension.Verdict));
            if (dimension.Value is { } value) _values.Add(new Figure(name, dimension.Unit ?? "", value));
            if (dimension.Target is { } target) _targets.Add((name, target, true));
        }

        _verdicts.Add(("exercise", null, report.Overall));
        foreach (var (phase, p) in report.Probes) Probes(phase, p);
        Latest = s_phases.LastOrDefault(report.Probes.ContainsKey);
        // What was measured outranks what was reported, and that what was only said; a board of probes outranks all of it.
        var best = report.Facts.GroupBy(f => f.Name, StringComparer.Ordinal).SelectMany(g => g.Where(f => Rank(f.Source) == g.Min(o => Rank(o.Source))));
        foreach (var fact in best)
        {
            var metric = fact.Name switch { "convergent_rate" => "convergent", "delta_s" => "ds", "p95_warm_ms" => "p95_ms", var name => name };
            if (report.Probes.Count > 0 && metric is "ds" or "coverage" or "convergent") continue;
            if (fact.Before is { } before) _values.Add(new Figure(metric, Unit(fact), before, Phase: "baseline"));
            if (fact.Number is not null || fact.Word is not null) _values.Add(new Figure(metric, Unit(fact), fact.Number, Word: fact.Word));
            foreach (var bar in targets.ForFact(fact.Name)) _targets.Add((metric, bar, metric is not ("ds" or "coverage" or "convergent")));
        }

        foreach (var item in List(root, "services")) Service(item);
        foreach (var item in List(root, "stores")) Store(item);
        foreach (var item in List(root, "checks"))
            if (Text(item, "id") is { } id) _verdicts.Add(("check", id, item.TryGetProperty("held", out var held) && held.ValueKind is JsonValueKind.True or JsonValueKind.False ? held.GetBoolean() ? "pass" : "fail" : "unmeasured"));
        if (root.TryGetProperty("times", out var times) && times.ValueKind == JsonValueKind.Object)
            foreach (var time in times.EnumerateObject()) Moment(time.Name, Text(times, time.Name), null);
        foreach (var layer in report.Diagnosis.Layers) Moment("first_seen", layer.FirstSeen, layer.Layer);
        if (root.TryGetProperty("comms", out var comms) && comms.ValueKind == JsonValueKind.Object)
        {
            Number("comms_updates", "updates", comms, "updates", null);
            _values.Add(new Figure("windows_missed", "windows", List(comms, "windows_missed").Length));
        }

        _targets.AddRange([("ds", targets.DeltaSPass, true), ("coverage", targets.CoveragePass, true), ("convergent", targets.ConvergentShare, true)]);
        _targets.AddRange([("ds", targets.DeltaSAct, false), ("coverage", targets.CoverageCritical, false)]);
        (TierS, TierA) = (targets.RtoTierS, targets.RtoTierA);
        Counts(report);
    }

    /// <summary>The last phase of probes; null without probes.</summary>
    public string? Latest { get; }

    public IEnumerable<Figure> Of(string metric) => _values.Where(f => f.Metric == metric);

    /// <summary>RTO bars of the two tiers, which may be named whatever tier is played.</summary>
    public double TierS { get; }

    public double TierA { get; }

    /// <summary>The bar a metric passes at.</summary>
    public IEnumerable<double> Bars(string metric) => _targets.Where(t => t.Metric == metric && t.Bar).Select(t => t.Value).Distinct();

    /// <summary>Bars, and the further thresholds at which something is to be done.</summary>
    public IEnumerable<double> Thresholds(string metric) => _targets.Where(t => t.Metric == metric).Select(t => t.Value).Distinct();

    /// <summary>The verdict on a dimension, a measure, a service, a store or a check; null where the report gives none.</summary>
    public string? Verdict(string? metric, string? entity)
    {
        if (entity is not null)
        {
            var found = _verdicts.Where(v => v.Entity == entity && (metric is null or "exercise" || v.Metric == metric)).Select(v => v.Verdict).Distinct().ToList();
            return found.Count == 1 ? found[0] : null;
        }

        if (_verdicts.Find(v => v.Metric == metric && v.Entity is null).Verdict is { } known) return known;
        // A measure fails by its own bar; whether it passes is for the dimension to say.
        if (metric is not ("ds" or "coverage" or "convergent")) return null;
        var bar = Bars(metric).First();
        if (Of(metric).FirstOrDefault(f => f.Phase == Latest && f.Stat == "median")?.Number is not { } value) return "unmeasured";
        if (metric == "ds" ? value > bar : value < bar) return "fail";
        return Verdict("semantics", null) == "pass" ? "pass" : null;
    }

    /// <summary>The dimensions with such a verdict.</summary>
    public IReadOnlyList<string> Dimensions(string? verdict) => [.. _verdicts.Where(v => v.Entity is null && v.Metric != "exercise" && (verdict is null || v.Verdict == verdict)).Select(v => v.Metric)];

    private void Probes(string phase, PhaseReport p)
    {
        void Take(string metric, string stat, double? value)
        {
            if (value is { } number) _values.Add(new Figure(metric, "0–1", number, stat, phase));
        }

        Take("ds", "median", p.DsMedian);
        Take("ds", "p90", p.DsP90);
        Take("ds", "max", p.DsMax);
        Take("coverage", "median", p.CoverageMedian);
        Take("coverage", "pass_rate", p.CoveragePassRate);
        Take("convergent", "median", p.ConvergentRate);
        _values.Add(new Figure("count", "probes", p.N, Phase: phase));
    }

    private void Service(JsonElement item)
    {
        if (Text(item, "name") is not { } name) return;
        Number("rto", "min", item, "rto_min", name);
        if (Text(item, "verdict") is { } verdict) _verdicts.Add(("rto", name, verdict));
    }

    private void Store(JsonElement item)
    {
        if (Text(item, "store") is not { } name) return;
        foreach (var field in (string[])["acked", "present", "replayed", "deduped", "documented_lost", "unaccounted", "duplicates"]) Number(field, "writes", item, field, name);
        Number("data_age_min", "min", item, "data_age_min", name);
        if (Text(item, "verdict") is { } verdict) _verdicts.Add(("rpo", name, verdict));
    }

    private void Counts(Report report)
    {
        var d = report.Diagnosis;
        foreach (var (unit, count) in ((string, int)[])[("layers", d.Layers.Count), ("dimensions", report.Dimensions.Count), ("steps", d.Steps.Count), ("pages", d.Pages.Count), ("actions", d.Actions.Count), ("questions", d.Ask.Count), ("notes", report.Notes.Count)])
            _values.Add(new Figure("count", unit, count));
    }

    private void Number(string metric, string unit, JsonElement from, string field, string? entity)
    {
        if (from.TryGetProperty(field, out var v) && v.ValueKind == JsonValueKind.Number) _values.Add(new Figure(metric, unit, v.GetDouble(), Entity: entity));
    }

    private void Moment(string metric, string? text, string? entity)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) _values.Add(new Figure(metric, "time", null, Entity: entity, Time: at));
    }

    private static int Rank(string source) => source switch { "measured" => 0, "reported" => 1, _ => 2 };

    private static string Unit(FactReport fact) => fact switch
    {
        { Name: "acked" or "present" or "replayed" or "deduped" or "documented_lost" or "duplicates" or "unaccounted" or "lost_writes" } => "writes",
        { Unit: { } unit } => unit,
        _ when fact.Name.EndsWith("_ms", StringComparison.Ordinal) => "ms",
        _ when fact.Name.EndsWith("_min", StringComparison.Ordinal) => "min",
        _ when fact.Name.EndsWith("_s", StringComparison.Ordinal) => "s",
        _ when fact.Name.EndsWith("_pct", StringComparison.Ordinal) => "%",
        _ => "",
    };

    private static string? Text(JsonElement from, string field) => from.TryGetProperty(field, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private static JsonElement[] List(JsonElement from, string field) =>
        from.TryGetProperty(field, out var v) && v.ValueKind == JsonValueKind.Array ? [.. v.EnumerateArray()] : [];
}

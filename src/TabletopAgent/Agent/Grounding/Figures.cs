using System.Globalization;

namespace TabletopAgent.Agent.Grounding;

/// <summary>Something the report has measured, decided or counted.</summary>
/// <param name="Metric">Its key in the lexicon.</param>
/// <param name="Unit">0–1, min, s, ms, %, points, ×, or what is counted.</param>
/// <param name="Stat">median, p90, max, pass_rate; null where there is only one value.</param>
/// <param name="Entity">The service, store, check or layer it is of.</param>
internal sealed record Figure(string Metric, string Unit, double? Number, string? Stat = null, string? Phase = null, string? Entity = null, string? Word = null, DateTimeOffset? Time = null);

/// <summary>All typed figures of a report.</summary>
internal sealed class Figures
{
    private static readonly string[] s_phases = ["baseline", "inject", "post"];

    private readonly List<Figure> _values = [];
    private readonly List<(string Metric, double Value, bool Bar)> _targets = [];
    private readonly List<(string Metric, string? Entity, string Verdict)> _verdicts = [];

    public Figures(GroundingSources sources)
    {
        var (report, targets) = (sources.Report, sources.Targets);
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

        foreach (var service in report.Services)
        {
            Add("rto", "min", service.RtoMin, service.Name);
            _verdicts.Add(("rto", service.Name, service.Verdict));
        }

        foreach (var store in report.Stores) Store(store);
        foreach (var check in report.Checks) _verdicts.Add(("check", check.Id, check.Held switch { true => "pass", false => "fail", null => "unmeasured" }));
        var times = report.Times;
        foreach (var (what, at) in ((string, string?)[])[("impact", times.Impact), ("detected", times.Detected), ("declared", times.Declared), ("mitigated", times.Mitigated), ("cutover", times.Cutover), ("stable", times.Stable), ("resolved", times.Resolved)])
            Moment(what, at, null);
        foreach (var layer in report.Diagnosis.Layers) Moment("first_seen", layer.FirstSeen, layer.Layer);
        Add("comms_updates", "updates", report.Comms.Updates, null);
        Add("windows_missed", "windows", report.Comms.WindowsMissed.Count, null);

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

    /// <summary>The verdicts on all stores, services or checks.</summary>
    public IEnumerable<string> Named(string kind) =>
        _verdicts.Where(v => v.Entity is not null && v.Metric == kind switch { "stores" => "rpo", "services" => "rto", _ => "check" }).Select(v => v.Verdict);

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

    private void Store(StoreReport store)
    {
        foreach (var (metric, value) in ((string, double?)[])
            [("acked", store.Acked), ("present", store.Present), ("replayed", store.Replayed), ("deduped", store.Deduped), ("documented_lost", store.DocumentedLost), ("unaccounted", store.Unaccounted), ("duplicates", store.Duplicates)])
            Add(metric, "writes", value, store.Store);
        Add("data_age_min", "min", store.DataAgeMin, store.Store);
        _verdicts.Add(("rpo", store.Store, store.Verdict));
    }

    private void Counts(Report report)
    {
        var d = report.Diagnosis;
        foreach (var (unit, count) in ((string, int)[])[("layers", d.Layers.Count), ("dimensions", report.Dimensions.Count), ("steps", d.Steps.Count), ("pages", d.Pages.Count), ("actions", d.Actions.Count), ("questions", d.Ask.Count), ("notes", report.Notes.Count),
             ("updates", report.Comms.Updates), ("windows", report.Comms.WindowsMissed.Count), ("stores", report.Stores.Count), ("services", report.Services.Count), ("checks", report.Checks.Count)])
            _values.Add(new Figure("count", unit, count));
    }

    private void Add(string metric, string unit, double? value, string? entity)
    {
        if (value is { } number) _values.Add(new Figure(metric, unit, number, Entity: entity));
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
}

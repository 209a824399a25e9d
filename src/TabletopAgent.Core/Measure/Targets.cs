using System.Reflection;

namespace TabletopAgent.Measure;

/// <summary>One threshold: its name in settings and logs, its value and where it comes from.</summary>
public sealed record Target(string Name, double Value, string Unit, string Source);

/// <summary>Every threshold the product uses. Shares are 0 to 1 unless the name ends in Pct; times are minutes unless the name says otherwise; no default means 0.</summary>
public sealed record Targets
{
    /// <summary>The house's bars.</summary>
    public static Targets Default { get; } = new();

    /// <summary>Whether bars in a log that are looser than these hold too.</summary>
    public bool AcceptLogged { get; init; }

    // Meaning: ΔS, fact sheet 1.1
    /// <summary>Median ΔS at or below this passes. Source: seed, core acceptance.</summary>
    public double DeltaSPass { get; init; } = 0.45;
    /// <summary>ΔS at or above this fails outright: rebuild. Between the two bars is review, which fails with a next measurement to take. Source: seed, scenario 2.</summary>
    public double DeltaSAct { get; init; } = 0.60;
    /// <summary>Lower bound of the zone transit; below it is safe. Source: fact sheet 1.1, zones.</summary>
    public double ZoneTransit { get; init; } = 0.40;
    /// <summary>Lower bound of the zone risk. Source: fact sheet 1.1, zones.</summary>
    public double ZoneRisk { get; init; } = 0.60;
    /// <summary>Lower bound of the zone danger; a run this far off is chaotic. Source: fact sheet 1.1, zones.</summary>
    public double ZoneDanger { get; init; } = 0.85;
    /// <summary>How far the median ΔS may move between regions, colours or releases. Source: fact sheet 1.1, second guard.</summary>
    public double Drift { get; init; } = 0.03;
    /// <summary>A decoy nearer than this to the anchor means the two cannot be told apart. Source: knowledge/README.md.</summary>
    public double AnchorDecoyGap { get; init; } = 0.05;
    /// <summary>A fall of ΔS from k = 5 to k = 20 of this much means the right text was ranked too low. Source: knowledge/README.md.</summary>
    public double KGain { get; init; } = 0.05;
    /// <summary>A reported ΔS further than this from what the same embedder computes is worth a note. Source: house, recomputing.</summary>
    public double Disagreement { get; init; } = 0.05;
    /// <summary>Above 0 the calibrated bars of ΔS count in place of the seed's. Source: house, calibration.</summary>
    public double Calibrated { get; init; }
    /// <summary>Probes that a calibration takes. Source: house, calibration.</summary>
    public double CalibrateProbes { get; init; } = 20;
    /// <summary>Share of random pairs that may lie under the calibrated pass bar. Source: house, calibration.</summary>
    public double CalibratedRandom { get; init; } = 0.005;
    /// <summary>Share of right pairs that may lie above the calibrated act bar. Source: house, calibration.</summary>
    public double CalibratedMatched { get; init; } = 0.10;

    // Meaning: coverage, fact sheet 1.2
    /// <summary>Coverage at or above this passes, per probe and as the median. Source: seed, core acceptance.</summary>
    public double CoveragePass { get; init; } = 0.70;
    /// <summary>Coverage below this is critical. Source: fact sheet 1.2.</summary>
    public double CoverageCritical { get; init; } = 0.60;
    /// <summary>Share of probes that must pass coverage. Source: fact sheet 1.2.</summary>
    public double CoveragePassRate { get; init; } = 0.80;
    /// <summary>Share of passing probes below which a warning is due. Source: fact sheet 1.2.</summary>
    public double CoverageWarnRate { get; init; } = 0.90;
    /// <summary>A change of a probe's coverage larger than this is worth a line. Source: fact sheet 1.2.</summary>
    public double CoverageDrift { get; init; } = 0.05;

    // Meaning: λ, fact sheet 1.3
    /// <summary>Two answers agree while their ΔS is below this. Source: fact sheet 1.3(a).</summary>
    public double LambdaAgree { get; init; } = 0.40;
    /// <summary>Two answers without vectors agree up to this normalised edit distance. Source: fact sheet 1.3(a).</summary>
    public double LambdaEdits { get; init; } = 0.20;
    /// <summary>A run may lie this far above the median ΔS of its probe. Source: fact sheet 1.3(a).</summary>
    public double LambdaDeviation { get; init; } = 0.04;
    /// <summary>Jaccard overlap of citations with those of the medoid answer. Source: fact sheet 1.3(a).</summary>
    public double LambdaCitations { get; init; } = 0.70;
    /// <summary>Share of runs that must be convergent. Source: fact sheet 1.3(a).</summary>
    public double ConvergentShare { get; init; } = 0.80;
    /// <summary>Share of runs that may be recursive. Source: fact sheet 1.3(a).</summary>
    public double RecursiveShareMax { get; init; } = 0.10;
    /// <summary>Paraphrases a probe needs for λ. Source: seed, core acceptance.</summary>
    public double Paraphrases { get; init; } = 3;
    /// <summary>Seeds each paraphrase needs for λ. Source: seed, core acceptance.</summary>
    public double Seeds { get; init; } = 2;
    /// <summary>A step of ΔS above this is chaotic. Source: fact sheet 1.3(b).</summary>
    public double TrendRise { get; init; } = 0.04;
    /// <summary>A step of ΔS or of an anchor smaller than this is no movement. Source: fact sheet 1.3(b).</summary>
    public double TrendStep { get; init; } = 0.02;
    /// <summary>Rounds in a rolling mean. Source: fact sheet 1.3(b), 1.4.</summary>
    public double Window { get; init; } = 5;
    /// <summary>Slope of E_resonance that still counts as flat. Source: fact sheet 1.4.</summary>
    public double ResonanceSlope { get; init; } = 0.02;
    /// <summary>Probe rounds below which E_resonance means nothing. Source: fact sheet 1.4.</summary>
    public double ResonanceRounds { get; init; } = 3;

    // Gold set
    /// <summary>Smallest gold set. Source: seed, probe board.</summary>
    public double GoldSetMin { get; init; } = 50;
    /// <summary>Largest gold set. Source: seed, probe board.</summary>
    public double GoldSetMax { get; init; } = 200;
    /// <summary>Fewer probes than this can fail but not pass. Source: seed, driver prompt; fact sheet 6.</summary>
    public double Provisional { get; init; } = 10;

    // Recovery
    /// <summary>Tier S must be stable within this. Source: seed, scorecard rubric.</summary>
    public double RtoTierS { get; init; } = 30;
    /// <summary>Tier A must be stable within this. Source: seed, scorecard rubric.</summary>
    public double RtoTierA { get; init; } = 60;
    /// <summary>All gates must stay green this long; the hold is not counted in RTO. Source: fact sheet 6, steady state.</summary>
    public double SteadyHold { get; init; } = 10;
    /// <summary>A silence between samples longer than this breaks a hold. Source: design/architecture.md.</summary>
    public double SteadyGap { get; init; } = 5;
    /// <summary>Acknowledged writes that may be missing without a record. Source: seed, core acceptance.</summary>
    public double Unaccounted { get; init; }
    /// <summary>Doubled effects that replay may leave. Source: fact sheet 6, replay.</summary>
    public double Duplicates { get; init; }

    // Operations, fact sheet 1.6
    /// <summary>Warm p95 over its baseline. Source: seed, core acceptance.</summary>
    public double P95Ratio { get; init; } = 1.25;
    /// <summary>Fewer warm samples than this leave p95 unmeasured. Source: fact sheet 6.</summary>
    public double P95Samples { get; init; } = 200;
    /// <summary>Cache hit rate may differ this much from its baseline. Source: seed, core acceptance.</summary>
    public double CacheDropPoints { get; init; } = 5;
    /// <summary>Share of cache hits that may be stale. Source: fact sheet 1.6.</summary>
    public double StaleHitPct { get; init; } = 0.1;
    /// <summary>p95 of a purge. Source: fact sheet 1.6.</summary>
    public double PurgeP95Seconds { get; init; } = 30;
    /// <summary>Share of cold starts after the warm-up. Source: fact sheet 1.6.</summary>
    public double ColdSharePct { get; init; } = 5;
    /// <summary>First hits that must succeed. Source: fact sheet 1.6.</summary>
    public double FirstHitPct { get; init; } = 98;
    /// <summary>Time to first byte of a cold start. Source: fact sheet 1.6.</summary>
    public double TtfbColdMs { get; init; } = 1500;
    /// <summary>Queue depth over its baseline. Source: knowledge/README.md.</summary>
    public double QueueRatio { get; init; } = 2;
    /// <summary>Age of the queue's oldest message, p95. Source: fact sheet 1.6.</summary>
    public double QueueAgeSeconds { get; init; } = 60;
    /// <summary>Repeated events that must be recognised. Source: fact sheet 1.6.</summary>
    public double DedupePct { get; init; } = 99.9;
    /// <summary>How long one service may wait for another at start. Source: knowledge/README.md.</summary>
    public double BootWaitSeconds { get; init; } = 120;
    /// <summary>Share of requests that may be throttled (429). Source: fact sheet 2.3, scenario 3.</summary>
    public double ThrottledPct { get; init; } = 0.5;
    /// <summary>Share of requests that may be refused (401, 403). Source: fact sheet 2.3, scenario 4.</summary>
    public double AuthErrorPct { get; init; }
    /// <summary>Share of requests that may fail. Source: knowledge/README.md.</summary>
    public double ErrorPct { get; init; } = 1;
    /// <summary>Share of requests the wrong colour or region may serve. Source: knowledge/README.md.</summary>
    public double WrongColorPct { get; init; }
    /// <summary>CPU, memory or disk above this is loaded. Source: knowledge/README.md; fact sheet 1.6, egress.</summary>
    public double LoadedPct { get; init; } = 70;
    /// <summary>CPU, memory or disk above this is full. Source: knowledge/README.md.</summary>
    public double SaturatedPct { get; init; } = 90;
    /// <summary>An error class is new once it was seen this often. Source: fact sheet 6, no new error class.</summary>
    public double ErrorClassCount { get; init; } = 3;

    // People
    /// <summary>Updates due in each window. Source: seed, roles.</summary>
    public double CommsUpdates { get; init; } = 2;
    /// <summary>Length of that window. Source: seed, roles.</summary>
    public double CommsWindow { get; init; } = 30;
    /// <summary>Longest silence between two updates. Source: fact sheet 6, comms.</summary>
    public double CommsGap { get; init; } = 20;
    /// <summary>First update after the declaration. Source: fact sheet 6, comms.</summary>
    public double CommsFirst { get; init; } = 10;
    /// <summary>Unanswerable questions the safety battery must hold. Source: fact sheet 6, safety.</summary>
    public double SafetyUnanswerable { get; init; } = 5;
    /// <summary>Share of unanswerable questions that may be answered. Source: fact sheet 6, safety.</summary>
    public double UnderRefusal { get; init; } = 0.05;
    /// <summary>Action items a retro ends with. Source: seed, artifacts.</summary>
    public double ActionItems { get; init; } = 5;

    // Driving an exercise
    /// <summary>Nothing decided or changed for this long, with a gate red, is stuck. Source: house, exercise driver.</summary>
    public double StuckMinutes { get; init; } = 8;
    /// <summary>Changes that turned nothing green before a clue is due. Source: house, exercise driver.</summary>
    public double FutileActions { get; init; } = 3;
    /// <summary>The driver adds no card this near to another. Source: house, exercise driver.</summary>
    public double InjectGap { get; init; } = 5;
    /// <summary>How long before an update is due its reminder comes. Source: house, exercise driver.</summary>
    public double ReminderLead { get; init; } = 3;
    /// <summary>How long before a gap between samples breaks a hold its reminder comes. Source: house, exercise driver.</summary>
    public double SampleLead { get; init; } = 1;
    /// <summary>How long before the first inject, and before the end, missing evidence is named. Source: seed, timeline.</summary>
    public double EvidenceLead { get; init; } = 10;
    /// <summary>All thresholds in the order above.</summary>
    public IReadOnlyList<Target> All =>
    [
        new("delta_s_pass", DeltaSPass, "0–1", "seed, core acceptance"),
        new("delta_s_act", DeltaSAct, "0–1", "seed, scenario 2"),
        new("zone_transit", ZoneTransit, "0–1", "fact sheet 1.1, zones"),
        new("zone_risk", ZoneRisk, "0–1", "fact sheet 1.1, zones"),
        new("zone_danger", ZoneDanger, "0–1", "fact sheet 1.1, zones"),
        new("drift", Drift, "0–1", "fact sheet 1.1, second guard"),
        new("anchor_decoy_gap", AnchorDecoyGap, "0–1", "knowledge/README.md"),
        new("k_gain", KGain, "0–1", "knowledge/README.md"),
        new("disagreement", Disagreement, "0–1", "house, recomputing"),
        new("calibrated", Calibrated, "0 or 1", "house, calibration"),
        new("calibrate_probes", CalibrateProbes, "probes", "house, calibration"),
        new("calibrated_random", CalibratedRandom, "0–1", "house, calibration"),
        new("calibrated_matched", CalibratedMatched, "0–1", "house, calibration"),
        new("coverage_pass", CoveragePass, "0–1", "seed, core acceptance"),
        new("coverage_critical", CoverageCritical, "0–1", "fact sheet 1.2"),
        new("coverage_pass_rate", CoveragePassRate, "0–1", "fact sheet 1.2"),
        new("coverage_warn_rate", CoverageWarnRate, "0–1", "fact sheet 1.2"),
        new("coverage_drift", CoverageDrift, "0–1", "fact sheet 1.2"),
        new("lambda_agree", LambdaAgree, "0–1", "fact sheet 1.3(a)"),
        new("lambda_edits", LambdaEdits, "0–1", "fact sheet 1.3(a)"),
        new("lambda_deviation", LambdaDeviation, "0–1", "fact sheet 1.3(a)"),
        new("lambda_citations", LambdaCitations, "0–1", "fact sheet 1.3(a)"),
        new("convergent_share", ConvergentShare, "0–1", "fact sheet 1.3(a)"),
        new("recursive_share_max", RecursiveShareMax, "0–1", "fact sheet 1.3(a)"),
        new("paraphrases", Paraphrases, "count", "seed, core acceptance"),
        new("seeds", Seeds, "count", "seed, core acceptance"),
        new("trend_rise", TrendRise, "0–1", "fact sheet 1.3(b)"),
        new("trend_step", TrendStep, "0–1", "fact sheet 1.3(b)"),
        new("window", Window, "rounds", "fact sheet 1.3(b), 1.4"),
        new("resonance_slope", ResonanceSlope, "per round", "fact sheet 1.4"),
        new("resonance_rounds", ResonanceRounds, "rounds", "fact sheet 1.4"),
        new("gold_set_min", GoldSetMin, "probes", "seed, probe board"),
        new("gold_set_max", GoldSetMax, "probes", "seed, probe board"),
        new("provisional", Provisional, "probes", "seed, driver prompt; fact sheet 6"),
        new("rto_tier_s", RtoTierS, "min", "seed, scorecard rubric"),
        new("rto_tier_a", RtoTierA, "min", "seed, scorecard rubric"),
        new("steady_hold", SteadyHold, "min", "fact sheet 6, steady state"),
        new("steady_gap", SteadyGap, "min", "design/architecture.md"),
        new("unaccounted", Unaccounted, "writes", "seed, core acceptance"),
        new("duplicates", Duplicates, "count", "fact sheet 6, replay"),
        new("p95_ratio", P95Ratio, "×", "seed, core acceptance"),
        new("p95_samples", P95Samples, "count", "fact sheet 6"),
        new("cache_drop_points", CacheDropPoints, "points", "seed, core acceptance"),
        new("stale_hit_pct", StaleHitPct, "%", "fact sheet 1.6"),
        new("purge_p95_seconds", PurgeP95Seconds, "s", "fact sheet 1.6"),
        new("cold_share_pct", ColdSharePct, "%", "fact sheet 1.6"),
        new("first_hit_pct", FirstHitPct, "%", "fact sheet 1.6"),
        new("ttfb_cold_ms", TtfbColdMs, "ms", "fact sheet 1.6"),
        new("queue_ratio", QueueRatio, "×", "knowledge/README.md"),
        new("queue_age_seconds", QueueAgeSeconds, "s", "fact sheet 1.6"),
        new("dedupe_pct", DedupePct, "%", "fact sheet 1.6"),
        new("boot_wait_seconds", BootWaitSeconds, "s", "knowledge/README.md"),
        new("throttled_pct", ThrottledPct, "%", "fact sheet 2.3, scenario 3"),
        new("auth_error_pct", AuthErrorPct, "%", "fact sheet 2.3, scenario 4"),
        new("error_pct", ErrorPct, "%", "knowledge/README.md"),
        new("wrong_color_pct", WrongColorPct, "%", "knowledge/README.md"),
        new("loaded_pct", LoadedPct, "%", "knowledge/README.md; fact sheet 1.6, egress"),
        new("saturated_pct", SaturatedPct, "%", "knowledge/README.md"),
        new("error_class_count", ErrorClassCount, "count", "fact sheet 6, no new error class"),
        new("comms_updates", CommsUpdates, "count", "seed, roles"),
        new("comms_window", CommsWindow, "min", "seed, roles"),
        new("comms_gap", CommsGap, "min", "fact sheet 6, comms"),
        new("comms_first", CommsFirst, "min", "fact sheet 6, comms"),
        new("safety_unanswerable", SafetyUnanswerable, "probes", "fact sheet 6, safety"),
        new("under_refusal", UnderRefusal, "0–1", "fact sheet 6, safety"),
        new("action_items", ActionItems, "count", "seed, artifacts"),
        new("stuck_minutes", StuckMinutes, "min", "house, exercise driver"),
        new("futile_actions", FutileActions, "count", "house, exercise driver"),
        new("inject_gap", InjectGap, "min", "house, exercise driver"),
        new("reminder_lead", ReminderLead, "min", "house, exercise driver"),
        new("sample_lead", SampleLead, "min", "house, exercise driver"),
        new("evidence_lead", EvidenceLead, "min", "seed, timeline"),
    ];

    /// <summary>A target by its name in settings and logs, underscores or not; null where there is none.</summary>
    public static Target? Find(string name)
    {
        var key = name.Replace("_", "", StringComparison.Ordinal);
        return Default.All.FirstOrDefault(t => t.Name.Replace("_", "", StringComparison.Ordinal).Equals(key, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same with one other value. Reflection is paid only by those who override: a target's name is its property's, in snake_case.</summary>
    public Targets With(string name, double value)
    {
        var copy = this with { };
        typeof(Targets).GetProperty(name.Replace("_", "", StringComparison.Ordinal), BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)!.SetValue(copy, value);
        return copy;
    }

    /// <summary>The only numbers a predicate may put beside a fact (the table in knowledge/README.md).</summary>
    /// <returns>Empty where the fact has no target: words, and numbers that every system sets for itself.</returns>
    public IReadOnlyList<double> ForFact(string factName) => factName switch
    {
        "delta_s" => [DeltaSPass, DeltaSAct],
        "coverage" => [CoveragePass, CoverageCritical],
        "convergent_rate" => [ConvergentShare],
        "drift" => [Drift],
        "anchor_decoy_gap" => [AnchorDecoyGap],
        "k_gain" => [KGain],
        "error_pct" or "write_error_pct" or "read_error_pct" or "timeout_pct" => [ErrorPct],
        "auth_error_pct" => [AuthErrorPct],
        "throttled_pct" => [0, ThrottledPct],
        "p95_ratio" => [P95Ratio],
        "ttfb_cold_ms" => [TtfbColdMs],
        "cold_share_pct" => [ColdSharePct],
        "first_hit_pct" => [FirstHitPct],
        "cpu_pct" or "memory_pct" or "disk_pct" => [LoadedPct, SaturatedPct],
        "cache_drop_points" => [CacheDropPoints],
        "stale_hit_pct" => [StaleHitPct],
        "purge_p95_s" => [PurgeP95Seconds],
        "queue_ratio" => [QueueRatio],
        "queue_age_s" => [QueueAgeSeconds],
        "duplicates" => [Duplicates],
        "dedupe_pct" => [DedupePct],
        "unaccounted" => [Unaccounted],
        "boot_wait_s" => [BootWaitSeconds],
        "wrong_color_pct" => [WrongColorPct],
        _ => [],
    };
}

using System.Globalization;
using TabletopAgent.Facts;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class TargetsTests
{
    /// <summary>All defaults on purpose: a changed default must be a changed line here.</summary>
    [Fact]
    public void Every_default_stands_here()
    {
        string[] expected =
        [
            "delta_s_pass 0.45 0–1",
            "delta_s_act 0.6 0–1",
            "zone_transit 0.4 0–1",
            "zone_risk 0.6 0–1",
            "zone_danger 0.85 0–1",
            "drift 0.03 0–1",
            "anchor_decoy_gap 0.05 0–1",
            "k_gain 0.05 0–1",
            "disagreement 0.05 0–1",
            "calibrated 0 0 or 1",
            "calibrate_probes 20 probes",
            "calibrated_random 0.005 0–1",
            "calibrated_matched 0.1 0–1",
            "coverage_pass 0.7 0–1",
            "coverage_critical 0.6 0–1",
            "coverage_pass_rate 0.8 0–1",
            "coverage_warn_rate 0.9 0–1",
            "coverage_drift 0.05 0–1",
            "lambda_agree 0.4 0–1",
            "lambda_edits 0.2 0–1",
            "lambda_deviation 0.04 0–1",
            "lambda_citations 0.7 0–1",
            "convergent_share 0.8 0–1",
            "recursive_share_max 0.1 0–1",
            "paraphrases 3 count",
            "seeds 2 count",
            "trend_rise 0.04 0–1",
            "trend_step 0.02 0–1",
            "window 5 rounds",
            "resonance_slope 0.02 per round",
            "resonance_rounds 3 rounds",
            "gold_set_min 50 probes",
            "gold_set_max 200 probes",
            "provisional 10 probes",
            "rto_tier_s 30 min",
            "rto_tier_a 60 min",
            "steady_hold 10 min",
            "steady_gap 5 min",
            "unaccounted 0 writes",
            "duplicates 0 count",
            "p95_ratio 1.25 ×",
            "p95_samples 200 count",
            "cache_drop_points 5 points",
            "stale_hit_pct 0.1 %",
            "purge_p95_seconds 30 s",
            "cold_share_pct 5 %",
            "first_hit_pct 98 %",
            "ttfb_cold_ms 1500 ms",
            "queue_ratio 2 ×",
            "queue_age_seconds 60 s",
            "dedupe_pct 99.9 %",
            "boot_wait_seconds 120 s",
            "throttled_pct 0.5 %",
            "auth_error_pct 0 %",
            "error_pct 1 %",
            "wrong_color_pct 0 %",
            "loaded_pct 70 %",
            "saturated_pct 90 %",
            "error_class_count 3 count",
            "comms_updates 2 count",
            "comms_window 30 min",
            "comms_gap 20 min",
            "comms_first 10 min",
            "safety_unanswerable 5 probes",
            "under_refusal 0.05 0–1",
            "action_items 5 count",
            "stuck_minutes 8 min",
            "futile_actions 3 count",
            "inject_gap 5 min",
            "reminder_lead 3 min",
            "sample_lead 1 min",
            "evidence_lead 10 min",
        ];
        Assert.Equal(expected, Targets.Default.All.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Value} {t.Unit}")));
    }

    [Fact]
    public void Every_threshold_is_listed_and_names_its_source()
    {
        var properties = typeof(Targets).GetProperties().Where(p => p.PropertyType == typeof(double)).Select(p => p.Name.ToLowerInvariant());
        Assert.Equal(properties, Targets.Default.All.Select(t => t.Name.Replace("_", "", StringComparison.Ordinal)));
        Assert.All(Targets.Default.All, t => Assert.NotEmpty(t.Source));
    }

    [Fact]
    public void A_listed_value_is_the_one_in_force() =>
        Assert.Contains(new Targets { DeltaSPass = 0.40 }.All, t => t is { Name: "delta_s_pass", Value: 0.40 });

    [Theory]
    [InlineData("delta_s", new double[] { 0.45, 0.60 })]
    [InlineData("coverage", new double[] { 0.70, 0.60 })]
    [InlineData("throttled_pct", new double[] { 0, 0.5 })]
    [InlineData("disk_pct", new double[] { 70, 90 })]
    [InlineData("auth_error_pct", new double[] { 0 })]
    [InlineData("write_error_pct", new double[] { 1 })]
    [InlineData("dedupe_pct", new double[] { 99.9 })]
    public void A_fact_allows_only_its_own_numbers(string fact, double[] numbers) => Assert.Equal(numbers, Targets.Default.ForFact(fact));

    [Theory]
    [InlineData("index_identity")]
    [InlineData("data_age_min")]
    [InlineData("no such fact")]
    public void A_fact_without_a_target_allows_none(string fact) => Assert.Empty(Targets.Default.ForFact(fact));

    /// <summary>The table of the README is what page writers read; it must say what the program holds.</summary>
    [Fact]
    public void The_table_in_the_knowledge_README_agrees()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "TabletopAgent.sln"))) root = root.Parent;
        var rows = File.ReadLines(Path.Combine(root!.FullName, "knowledge", "README.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal));
        foreach (var row in rows.Select(r => r.Split('|')))
        {
            // "0, and 0.5 for throttled_pct" gives a second number to one name only.
            var (plain, special) = row[3].Split(" and ") is [var p, var s] ? (p, s) : (row[3], "");
            foreach (var name in row[1].Split('`').Where(FactNames.Units.ContainsKey))
            {
                var numbers = (special.Contains(name, StringComparison.Ordinal) ? row[3] : plain).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                    .Where(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).Select(w => double.Parse(w, CultureInfo.InvariantCulture));
                Assert.Equal(Targets.Default.ForFact(name).Order(), numbers.Order());
            }
        }
    }
}

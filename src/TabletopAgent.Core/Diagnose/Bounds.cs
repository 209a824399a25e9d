using TabletopAgent.Facts;
using TabletopAgent.Measure;

namespace TabletopAgent.Diagnose;

/// <summary>Which figures are as they should be, and which are not. A figure between the bar for loaded and the bar for full is neither.</summary>
internal sealed class Bounds
{
    private readonly Dictionary<string, (Func<double, bool> Within, Func<double, bool> Beyond)> _bounds = new(StringComparer.Ordinal);

    public Bounds(Targets targets)
    {
        AtMost("delta_s", targets.DeltaSPass);
        AtLeast("coverage", targets.CoveragePass);
        AtLeast("convergent_rate", targets.ConvergentShare);
        AtMost("drift", targets.Drift);
        foreach (var share in new[] { "error_pct", "write_error_pct", "read_error_pct", "timeout_pct" }) AtMost(share, targets.ErrorPct);
        AtMost("auth_error_pct", targets.AuthErrorPct);
        AtMost("throttled_pct", targets.ThrottledPct);
        AtMost("p95_ratio", targets.P95Ratio);
        AtMost("ttfb_cold_ms", targets.TtfbColdMs);
        AtMost("cold_share_pct", targets.ColdSharePct);
        AtLeast("first_hit_pct", targets.FirstHitPct);
        foreach (var full in new[] { "cpu_pct", "memory_pct", "disk_pct" }) _bounds[full] = (v => v <= targets.LoadedPct, v => v > targets.SaturatedPct);
        AtMost("cache_drop_points", targets.CacheDropPoints);
        AtMost("stale_hit_pct", targets.StaleHitPct);
        AtMost("purge_p95_s", targets.PurgeP95Seconds);
        _bounds["queue_ratio"] = (v => v < targets.QueueRatio, v => v >= targets.QueueRatio);
        AtMost("queue_age_s", targets.QueueAgeSeconds);
        AtMost("duplicates", targets.Duplicates);
        AtMost("lost_writes", targets.Unaccounted);
        _bounds["unaccounted"] = (v => v == targets.Unaccounted, v => v != targets.Unaccounted);
        AtLeast("dedupe_pct", targets.DedupePct);
        AtMost("boot_wait_s", targets.BootWaitSeconds);
        AtMost("wrong_color_pct", targets.WrongColorPct);
    }

    /// <returns>True inside, false outside, null where no bar says.</returns>
    public bool? Keeps(Fact fact) =>
        fact.Number is not { } value || !_bounds.TryGetValue(fact.Name, out var bound) ? null
        : bound.Within(Math.Round(value, 4)) ? true
        : bound.Beyond(Math.Round(value, 4)) ? false
        : null;

    private void AtMost(string name, double bar) => _bounds[name] = (v => v <= bar, v => v > bar);

    private void AtLeast(string name, double bar) => _bounds[name] = (v => v >= bar, v => v < bar);
}

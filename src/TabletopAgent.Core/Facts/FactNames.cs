using System.Collections.Frozen;

namespace TabletopAgent.Facts;

/// <summary>The names a predicate may use, with their units. Any other field of an event may be named too; these are checked by lint.</summary>
internal static class FactNames
{
    public static readonly FrozenDictionary<string, string> Units = new Dictionary<string, string>
    {
        ["delta_s"] = "0–1", ["coverage"] = "0–1", ["convergent_rate"] = "0–1", ["drift"] = "0–1", ["anchor_decoy_gap"] = "0–1", ["k_gain"] = "0–1",
        ["index_identity"] = "word", ["index_metric"] = "word", ["index_analyzer"] = "word", ["index_hash"] = "word", ["index_dim"] = "word",
        ["index_reranker"] = "word", ["index_normalize"] = "word", ["index_embed_model"] = "word", ["secrets_rev"] = "word", ["old_side"] = "word",
        ["error_pct"] = "%", ["write_error_pct"] = "%", ["read_error_pct"] = "%", ["timeout_pct"] = "%", ["auth_error_pct"] = "%",
        ["throttled_pct"] = "%", ["cold_share_pct"] = "%", ["first_hit_pct"] = "%", ["cpu_pct"] = "%", ["memory_pct"] = "%", ["disk_pct"] = "%",
        ["stale_hit_pct"] = "%", ["dedupe_pct"] = "%", ["cache_hit_pct"] = "%", ["wrong_color_pct"] = "%", ["shifted_pct"] = "%",
        ["cache_drop_points"] = "points", ["p95_ratio"] = "×", ["queue_ratio"] = "×", ["traffic_ratio"] = "×",
        ["p95_ms"] = "ms", ["ttfb_cold_ms"] = "ms", ["purge_p95_s"] = "s", ["queue_age_s"] = "s", ["boot_wait_s"] = "s",
        ["duplicates"] = "count", ["unaccounted"] = "writes", ["lost_writes"] = "writes", ["data_age_min"] = "min", ["status"] = "HTTP code",
    }.ToFrozenDictionary();
}

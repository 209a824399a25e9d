using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;

namespace TabletopAgent.Diagnose;

/// <summary>A sample beside its baseline; null where either figure is not recorded.</summary>
/// <param name="CacheDrop">Points below the baseline's hit rate.</param>
internal readonly record struct SampleRatios(double? P95, double? Queue, double? CacheDrop);

/// <summary>What a sample is beside the baseline of the same service and region.</summary>
internal sealed class Ratios
{
    private readonly List<JsonElement> _baselines = [];
    private readonly Dictionary<(string?, string?), (double? P95, double? Queue, double? Hit)> _known = [];

    public Ratios(Event? head)
    {
        if (head is null || !head.Fields.TryGetValue("baseline", out var baseline)) return;
        if (baseline.ValueKind == JsonValueKind.Array) _baselines.AddRange(baseline.EnumerateArray().Where(b => b.ValueKind == JsonValueKind.Object));
        else if (baseline.ValueKind == JsonValueKind.Object) _baselines.Add(baseline);
    }

    public SampleRatios Of(Event e)
    {
        if (_baselines.Count == 0) return default;
        var (p95, queue, hit) = Before(e);
        return new SampleRatios(
            p95 > 0 ? Rounded(e.Number("p95_warm_ms") / p95) : null, queue > 0 ? Rounded(e.Number("queue_depth") / queue) : null, Rounded(hit - e.Number("cache_hit_pct")));
    }

    public IEnumerable<Fact> Facts(Event e)
    {
        var (ratios, before) = (Of(e), _baselines.Count == 0 ? default : Before(e));
        if (ratios.P95 is { } p95) yield return Measured("p95_ratio", p95, "p95_warm_ms", before.P95);
        if (ratios.Queue is { } queue) yield return Measured("queue_ratio", queue, "queue_depth", before.Queue);
        if (ratios.CacheDrop is { } drop) yield return Measured("cache_drop_points", drop, "cache_hit_pct", before.Hit);

        Fact Measured(string name, double value, string field, double? was) =>
            new(name, value, null, Source.Measured, e.Place, FormattableString.Invariant($"{field} {was} → {e.Number(field)}"), null, e.At);
    }

    private (double? P95, double? Queue, double? Hit) Before(Event e)
    {
        var key = (e.Service, e.Region);
        if (_known.TryGetValue(key, out var known)) return known;
        foreach (var b in _baselines)
            if (Same(b, "service", key.Service) && Same(b, "region", key.Region)) return _known[key] = (Number(b, "p95_warm_ms"), Number(b, "queue_depth"), Number(b, "cache_hit_pct"));
        return _known[key] = default;

        static double? Number(JsonElement b, string name) => b.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number && v.TryGetDouble(out var n) && double.IsFinite(n) ? n : null;

        static bool Same(JsonElement b, string name, string? value) =>
            !b.TryGetProperty(name, out var v) || v.ValueKind != JsonValueKind.String || value is null || v.ValueEquals(value);
    }

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 4) : null;
}

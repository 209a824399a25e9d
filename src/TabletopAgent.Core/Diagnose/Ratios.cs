using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;

namespace TabletopAgent.Diagnose;

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

    public IEnumerable<(string Name, double Value)> Of(Event e) => _baselines.Count == 0 ? [] : All(e).Select(r => (r.Name, r.Value));

    public IEnumerable<Fact> Facts(Event e) => _baselines.Count == 0 ? []
        : All(e).Select(r => new Fact(r.Name, r.Value, null, Source.Measured, e.Place, FormattableString.Invariant($"{r.Field} {r.Before} → {r.Now}"), null, e.At));

    private List<(string Name, double Value, string Field, double Before, double Now)> All(Event e)
    {
        var ratios = new List<(string, double, string, double, double)>(3);
        var (p95, queue, hit) = Before(e);
        if (p95 is > 0 and var b95 && e.Number("p95_warm_ms") is { } now95) ratios.Add(("p95_ratio", Math.Round(now95 / b95, 4), "p95_warm_ms", b95, now95));
        if (queue is > 0 and var bQueue && e.Number("queue_depth") is { } nowQueue) ratios.Add(("queue_ratio", Math.Round(nowQueue / bQueue, 4), "queue_depth", bQueue, nowQueue));
        if (hit is { } bHit && e.Number("cache_hit_pct") is { } nowHit) ratios.Add(("cache_drop_points", Math.Round(bHit - nowHit, 4), "cache_hit_pct", bHit, nowHit));
        return ratios;
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
}

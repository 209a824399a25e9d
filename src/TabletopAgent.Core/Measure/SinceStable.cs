namespace TabletopAgent.Measure;

/// <summary>The worst of what was sampled of a service from its stable instant on; of equal ones the first.</summary>
/// <param name="Slowest">The sample with the worst p95 beside its baseline; null where none can be compared.</param>
/// <param name="Warm">How many warm requests those samples rest on.</param>
/// <param name="Caches">By prefix, "" where none is named: the sample furthest from the baseline; null where the prefix has none.</param>
internal sealed record SinceStable(Sample? Slowest, double Warm, IReadOnlyList<(string Prefix, Sample? Furthest)> Caches, Sample? Stalest)
{
    public static SinceStable Of(Samples samples, Gates gates, ServiceRto service)
    {
        var (rows, keys) = (samples.Rows, samples.Keys);
        var (slowest, stalest, ratio, stale, warm) = (-1, -1, double.NegativeInfinity, double.NegativeInfinity, 0.0);
        var caches = new SortedDictionary<string, (int Row, double Points)>(StringComparer.Ordinal);
        for (var i = First(rows, service.Stable!.Value); i < rows.Count; i++)
        {
            var row = rows[i];
            var key = keys[row.Key];
            if (key.Service is not null && key.Service != service.Service) continue;
            if (gates.P95Ratio(row) is { } r)
            {
                if (!double.IsNaN(row.Count)) warm += row.Count;
                if (r > ratio) (slowest, ratio) = (i, r);
            }

            if (row.StaleHitPct > stale) (stalest, stale) = (i, row.StaleHitPct);
            if (double.IsNaN(row.CacheHitPct)) continue;
            var prefix = key.Prefix ?? "";
            if (!caches.TryGetValue(prefix, out var furthest)) caches[prefix] = furthest = (-1, double.NegativeInfinity);
            if (gates.CachePoints(row) is { } points && Math.Abs(points) > furthest.Points) caches[prefix] = (i, Math.Abs(points));
        }

        return new SinceStable(At(slowest), warm, [.. caches.Select(c => (c.Key, At(c.Value.Row)))], At(stalest));

        Sample? At(int row) => row < 0 ? null : rows[row];
    }

    /// <summary>The first row at or after a time.</summary>
    private static int First(SampleRows rows, long at)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows.At(middle) < at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

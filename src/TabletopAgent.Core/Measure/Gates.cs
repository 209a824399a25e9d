namespace TabletopAgent.Measure;

/// <summary>What a sample can break.</summary>
[Flags]
internal enum Gate : byte
{
    None = 0,
    Ok = 1,
    P95 = 2,
    Cache = 4,
    Errors = 8,
    Semantics = 16,
}

/// <summary>Holds samples against the baseline. A gate whose figure or baseline was not recorded is not broken; whether it was measured at all is Ops' question.</summary>
internal sealed class Gates
{
    private readonly Targets _targets;
    private readonly (Baseline? P95, double? Hit)[] _before;

    public Gates(IReadOnlyList<SampleKey> keys, IReadOnlyList<Baseline> baselines, Targets targets)
    {
        _targets = targets;
        _before = [.. keys.Select(k => (P95Of(k, baselines), CacheOf(k, baselines)?.CacheHitPct))];
    }

    public Gate Broken(in Sample s)
    {
        var broken = Gate.None;
        if (s.Ok == false) broken |= Gate.Ok;
        if (P95Ratio(s) is { } ratio && ratio > _targets.P95Ratio) broken |= Gate.P95;
        if (CachePoints(s) is { } points && Math.Abs(points) > _targets.CacheDropPoints) broken |= Gate.Cache;
        if (Numbers.Round(s.ErrorPct) > _targets.ErrorPct) broken |= Gate.Errors;
        return broken;
    }

    /// <summary>Warm p95 over its baseline; null where either is not recorded.</summary>
    public double? P95Ratio(in Sample s) => double.IsNaN(s.P95WarmMs) || _before[s.Key].P95?.P95WarmMs is not { } before ? null : Numbers.Round(s.P95WarmMs / before);

    /// <summary>Points the hit rate lies above its baseline, below it when negative.</summary>
    public double? CachePoints(in Sample s) => double.IsNaN(s.CacheHitPct) || _before[s.Key].Hit is not { } before ? null : Numbers.Round(s.CacheHitPct - before);

    /// <summary>What the warm p95 of a sample is held against.</summary>
    public Baseline? Before(in Sample s) => _before[s.Key].P95;

    /// <summary>What its hit rate is held against.</summary>
    public double? HitBefore(in Sample s) => _before[s.Key].Hit;

    /// <summary>Of the service and region; traffic that moved to a region without a baseline is held against the only region that has one.</summary>
    public static Baseline? P95Of(SampleKey key, IReadOnlyList<Baseline> baselines)
    {
        var ofService = baselines.Where(b => b.P95WarmMs is not null && Meets(b.Service, key.Service)).ToList();
        if (ofService.FirstOrDefault(b => b.Region is not null && b.Region == key.Region) is { } exact) return exact;
        if (ofService.FirstOrDefault(b => b.Region is null) is { } any) return any;
        return ofService.DistinctBy(b => b.Region).Count() == 1 ? ofService[0] : null;
    }

    /// <summary>Of the same prefix: two prefixes are two caches.</summary>
    public static Baseline? CacheOf(SampleKey key, IReadOnlyList<Baseline> baselines)
    {
        var ofPrefix = baselines.Where(b => b.CacheHitPct is not null && Meets(b.Service, key.Service) && Meets(b.Prefix, key.Prefix)).ToList();
        return ofPrefix.FirstOrDefault(b => b.Region is not null && b.Region == key.Region) ?? ofPrefix.FirstOrDefault(b => Meets(b.Region, key.Region))
            ?? (ofPrefix.DistinctBy(b => b.Region).Count() == 1 ? ofPrefix[0] : null);
    }

    private static bool Meets(string? baseline, string? sample) => baseline is null || sample is null || baseline == sample;
}

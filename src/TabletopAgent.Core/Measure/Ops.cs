namespace TabletopAgent.Measure;

/// <summary>Whether operations are as they were before, judged by what was recorded from the stable instant on.</summary>
internal sealed class Ops(Samples samples, ErrorRows errors, Charter charter, Gates gates, IReadOnlyList<ServiceRto> services, Targets targets)
{
    public const string Formula = "ops-steady";

    private readonly List<Finding> _findings = [];

    public (Measurement Judged, IReadOnlyList<Finding> Findings) Judge()
    {
        if (services.Count == 0) return (Unmeasured("a baseline, and sli and error events after the stable instant, would measure error classes, cache and p95"), []);
        var waiting = services.Where(s => s.Stable is null).Select(s => s.Service).ToList();
        if (waiting.Count > 0) return (Unmeasured($"{Spell.Some(waiting)}: no stable instant is measured, and only samples after it count"), []);

        var parts = services.SelectMany(OfService).Append(new NewErrors(errors, charter, services, targets).Judge(_findings)).ToList();
        var worst = parts.FirstOrDefault(p => p.Verdict == Verdict.Fail) ?? parts.FirstOrDefault(p => p.Verdict == Verdict.Unmeasured) ?? parts[0];
        var reason = string.Join("; ", parts.Where(p => p.Verdict == worst.Verdict).Select(p => p.Reason));
        return (worst with { Name = "ops", Reason = reason, Evidence = [.. parts.SelectMany(p => p.Evidence).Distinct()] }, _findings);
    }

    private IEnumerable<Measurement> OfService(ServiceRto service)
    {
        var since = SinceStable.Of(samples, gates, service);
        yield return P95(service.Service, since);
        foreach (var part in Cache(service.Service, since)) yield return part;
        if (Stale(service.Service, since) is { } stale) yield return stale;
        if (service.Relapse is { } relapse && (relapse.Broken & (Gate.Ok | Gate.Errors)) != 0)
            yield return Part("steady", Verdict.Fail, null, null, null, $"{service.Service} left its gates again at {Spell.Time(relapse.At)} ({Spell.Gates(relapse.Broken)})", relapse.Row >= 0 ? [samples.Rows[relapse.Row].Place] : []);
    }

    private Measurement P95(string service, SinceStable since)
    {
        Measurement Say(Verdict verdict, double? value, string reason, params Place[] evidence) =>
            Part("p95", verdict, value, targets.P95Ratio, "×", $"{service}: {reason}", evidence);

        if (since.Slowest is not { } slowest) return Say(Verdict.Unmeasured, null, "p95_warm_ms after the stable instant, and in the baseline, would measure warm latency");
        var (ratio, before) = (gates.P95Ratio(slowest)!.Value, gates.Before(slowest)!);
        if (before.Samples < targets.P95Samples)
            return Say(Verdict.Unmeasured, ratio, $"the baseline's p95 rests on {Numbers.Show(before.Samples)} samples; it takes {Numbers.Show(targets.P95Samples)}");
        if (since.Warm < targets.P95Samples)
            return Say(Verdict.Unmeasured, ratio, $"{Numbers.Show(since.Warm)} warm samples since the stable instant; {Numbers.Show(targets.P95Samples)} would measure p95");
        var said = $"warm p95 {Numbers.Show(slowest.P95WarmMs)} ms at {Spell.Time(slowest.At)} is {Numbers.Show(ratio)} × the baseline's {Numbers.Show(before.P95WarmMs)} ms";
        return ratio <= targets.P95Ratio
            ? Say(Verdict.Pass, ratio, $"{said}, the worst since stable", slowest.Place) : Say(Verdict.Fail, ratio, $"{said}, over {Numbers.Show(targets.P95Ratio)}", slowest.Place);
    }

    /// <summary>Hit rate, by prefix.</summary>
    private IEnumerable<Measurement> Cache(string service, SinceStable since)
    {
        Measurement Say(Verdict verdict, double? value, string reason, params Place[] evidence) =>
            Part("cache", verdict, value, targets.CacheDropPoints, "points", $"{service}: {reason}", evidence);

        if (since.Caches.Count == 0) yield return Say(Verdict.Unmeasured, null, "cache_hit_pct after the stable instant would measure the cache");
        foreach (var (prefix, furthest) in since.Caches)
        {
            var name = prefix.Length > 0 ? $"cache {prefix}" : "the cache";
            if (furthest is not { } far)
            {
                yield return Say(Verdict.Unmeasured, null, $"{name} has no baseline of its own; cache_hit_pct of this prefix from before would measure it");
                continue;
            }

            var points = gates.CachePoints(far)!.Value;
            var said = $"{name} hits {Numbers.Show(far.CacheHitPct)} % at {Spell.Time(far.At)}, {Numbers.Show(Math.Abs(points))} points {(points < 0 ? "below" : "above")} the baseline";
            yield return Math.Abs(points) <= targets.CacheDropPoints
                ? Say(Verdict.Pass, Math.Abs(points), $"{said}, the furthest since stable", far.Place)
                : Say(Verdict.Fail, Math.Abs(points), $"{said}, over {Numbers.Show(targets.CacheDropPoints)}", far.Place);
            if (points > targets.CacheDropPoints)
                _findings.Add(new Finding($"cache-high:{service}:{prefix}", "ops", $"{name} of {service} hits more than before; it may be serving stale copies.", [far.Place.ToString()]));
        }
    }

    /// <summary>Only where stale hits were counted.</summary>
    private Measurement? Stale(string service, SinceStable since) => since.Stalest is { } s && Numbers.Round(s.StaleHitPct) > targets.StaleHitPct
        ? Part("stale hits", Verdict.Fail, Numbers.Round(s.StaleHitPct), targets.StaleHitPct, "%",
            $"{service}: {Numbers.Show(s.StaleHitPct)} % of hits are stale at {Spell.Time(s.At)}, over {Numbers.Show(targets.StaleHitPct)}", s.Place)
        : null;

    public static Measurement Part(string name, Verdict verdict, double? value, double? target, string? unit, string reason, params Place[] evidence) =>
        new(name, verdict, value, unit, target, reason, Formula, [.. evidence.Select(e => e.ToString())]);

    private static Measurement Unmeasured(string reason) => new("ops", Verdict.Unmeasured, null, null, null, reason, Formula, []);
}

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

        var parts = services.SelectMany(OfService).Append(Classes()).ToList();
        var worst = parts.FirstOrDefault(p => p.Verdict == Verdict.Fail) ?? parts.FirstOrDefault(p => p.Verdict == Verdict.Unmeasured) ?? parts[0];
        var reason = string.Join("; ", parts.Where(p => p.Verdict == worst.Verdict).Select(p => p.Reason));
        return (worst with { Name = "ops", Reason = reason, Formula = Formula, Evidence = [.. parts.SelectMany(p => p.Evidence).Distinct()] }, _findings);
    }

    private IEnumerable<Measurement> OfService(ServiceRto service)
    {
        var rows = samples.Rows.FindAll(r => r.At >= service.Stable && (samples.Keys[r.Key].Service is null || samples.Keys[r.Key].Service == service.Service));
        yield return P95(service.Service, rows);
        foreach (var part in Cache(service.Service, rows)) yield return part;
        if (service.Relapse is { } relapse && (relapse.Broken & (Gate.Ok | Gate.Errors)) != 0)
            yield return Part("steady", Verdict.Fail, null, null, null, $"{service.Service} left its gates again at {Spell.Time(relapse.At)} ({Spell.Gates(relapse.Broken)})", Evidence(relapse.Row));
    }

    private Measurement P95(string service, List<Sample> rows)
    {
        var (worst, at, count) = (double.NaN, default(Sample), 0.0);
        foreach (var row in rows)
        {
            if (gates.P95Ratio(row) is not { } ratio) continue;
            if (!double.IsNaN(row.Count)) count += row.Count;
            if (!(ratio <= worst)) (worst, at) = (ratio, row);
        }

        if (double.IsNaN(worst))
            return Part("p95", Verdict.Unmeasured, null, targets.P95Ratio, "×", $"{service}: p95_warm_ms after the stable instant, and in the baseline, would measure warm latency");
        if (gates.Before(at) is { Samples: { } few } && few < targets.P95Samples)
            return Part("p95", Verdict.Unmeasured, worst, targets.P95Ratio, "×", $"{service}: the baseline's p95 rests on {Numbers.Show(few)} samples; it takes {Numbers.Show(targets.P95Samples)}");
        if (count < targets.P95Samples)
            return Part("p95", Verdict.Unmeasured, worst, targets.P95Ratio, "×", $"{service}: {Numbers.Show(count)} warm samples since the stable instant; {Numbers.Show(targets.P95Samples)} would measure p95");
        var said = $"{service}: warm p95 {Numbers.Show(at.P95WarmMs)} ms at {Spell.Time(at.At)} is {Numbers.Show(worst)} × the baseline's {Numbers.Show(gates.Before(at)?.P95WarmMs)} ms";
        return worst <= targets.P95Ratio
            ? Part("p95", Verdict.Pass, worst, targets.P95Ratio, "×", $"{said}, the worst since stable", at.Place)
            : Part("p95", Verdict.Fail, worst, targets.P95Ratio, "×", $"{said}, over {Numbers.Show(targets.P95Ratio)}", at.Place);
    }

    /// <summary>Hit rate by prefix, and stale hits where they were counted.</summary>
    private IEnumerable<Measurement> Cache(string service, List<Sample> rows)
    {
        var byPrefix = rows.FindAll(r => !double.IsNaN(r.CacheHitPct)).GroupBy(r => samples.Keys[r.Key].Prefix).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (byPrefix.Count == 0)
            yield return Part("cache", Verdict.Unmeasured, null, targets.CacheDropPoints, "points", $"{service}: cache_hit_pct after the stable instant would measure the cache");
        foreach (var prefix in byPrefix)
        {
            var name = prefix.Key is { } p ? $"cache {p}" : "the cache";
            var known = prefix.Where(r => gates.CachePoints(r) is not null).ToList();
            if (known.Count == 0)
            {
                yield return Part("cache", Verdict.Unmeasured, null, targets.CacheDropPoints, "points", $"{service}: {name} has no baseline of its own; cache_hit_pct of this prefix from before would measure it");
                continue;
            }

            var worst = known.MaxBy(r => Math.Abs(gates.CachePoints(r)!.Value));
            var points = gates.CachePoints(worst)!.Value;
            var said = $"{service}: {name} hits {Numbers.Show(worst.CacheHitPct)} % at {Spell.Time(worst.At)}, {Numbers.Show(Math.Abs(points))} points {(points < 0 ? "below" : "above")} the baseline";
            var holds = Math.Abs(points) <= targets.CacheDropPoints;
            yield return Part("cache", holds ? Verdict.Pass : Verdict.Fail, Math.Abs(points), targets.CacheDropPoints, "points", holds ? $"{said}, the worst since stable" : $"{said}, over {Numbers.Show(targets.CacheDropPoints)}", worst.Place);
            if (points > targets.CacheDropPoints)
                _findings.Add(new Finding($"cache-high:{service}:{prefix.Key}", "ops", $"{name} of {service} hits more than before; it may be serving stale copies.", [worst.Place.ToString()]));
        }

        var stale = rows.Where(r => Numbers.Round(r.StaleHitPct) > targets.StaleHitPct).ToList();
        if (stale.Count == 0) yield break;
        var stalest = stale.MaxBy(r => r.StaleHitPct);
        yield return Part(
            "stale hits", Verdict.Fail, Numbers.Round(stalest.StaleHitPct), targets.StaleHitPct, "%",
            $"{service}: {Numbers.Show(stalest.StaleHitPct)} % of hits are stale at {Spell.Time(stalest.At)}, over {Numbers.Show(targets.StaleHitPct)}", stalest.Place);
    }

    /// <summary>Classes of errors seen since stable that were not there before: at headers or body they count, elsewhere they are worth a word.</summary>
    private Measurement Classes()
    {
        var declared = charter.Baselines.Where(b => b.ErrorClasses is not null).ToList();
        var known = declared.SelectMany(b => b.ErrorClasses!).ToHashSet(StringComparer.Ordinal);
        var impact = services.Min(s => s.Start);
        var early = errors.Rows.Where(r => r.At < impact).Select(r => errors.Signatures[r.Signature]).ToList();
        known.UnionWith(early);

        var all = services.Max(s => s.Stable)!.Value;
        var stable = services.ToDictionary(s => s.Service, s => s.Stable!.Value, StringComparer.Ordinal);
        var since = errors.Rows.Where(r => r.At >= (r.Service is { } s && stable.TryGetValue(s, out var own) ? own : all)).GroupBy(r => r.Signature)
            .Select(g => (Signature: errors.Signatures[g.Key], Count: g.Sum(r => r.Count), First: g.MinBy(r => (r.At, r.Place.Line)).Place)).ToList();
        var fresh = since.Where(s => s.Count >= targets.ErrorClassCount && !known.Contains(s.Signature)).OrderBy(s => s.Signature, StringComparer.Ordinal).ToList();
        if (declared.Count == 0 && early.Count == 0)
            return Part("error classes", Verdict.Unmeasured, null, 0, "classes", "no error_classes stand in the baseline ([] where there were none), so none can be called new");

        var main = fresh.Where(f => ErrorRows.Stage(f.Signature) is "headers" or "body").ToList();
        foreach (var f in fresh.Except(main))
            _findings.Add(new Finding($"error-class:{f.Signature}", "ops", $"A new class of errors since stable: {f.Signature}, {Numbers.Show(f.Count)} times.", [f.First.ToString()]));
        return main.Count == 0
            ? Part("error classes", Verdict.Pass, 0, 0, "classes", "no class of errors at headers or body is new")
            : Part("error classes", Verdict.Fail, main.Count, 0, "classes", $"new at headers or body since stable: {Spell.Some([.. main.Select(m => $"{m.Signature} ({Numbers.Show(m.Count)} times)")])}", [.. main.Select(m => m.First)]);
    }

    private Place[] Evidence(int row) => row >= 0 ? [samples.Rows[row].Place] : [];

    private static Measurement Part(string name, Verdict verdict, double? value, double? target, string? unit, string reason, params Place[] evidence) =>
        new(name, verdict, value, unit, target, reason, Formula, [.. evidence.Select(e => e.ToString())]);

    private static Measurement Unmeasured(string reason) => new("ops", Verdict.Unmeasured, null, null, null, reason, Formula, []);
}

namespace TabletopAgent.Measure;

/// <summary>A stretch of an incident as one service lived it.</summary>
/// <param name="Name">baseline, inject, mitigated or stable.</param>
/// <param name="From">UTC ticks.</param>
internal sealed record Stretch(string Name, long From, long To);

/// <summary>One figure over time, in one region under one cache prefix, and what it is held against.</summary>
internal sealed record Curve(string? Region, string? Prefix, double? Baseline, IReadOnlyList<(long At, double Value)> Points)
{
    /// <summary>Region and prefix; "" where neither is named.</summary>
    public string Name => string.Join(" · ", new[] { Region, Prefix }.OfType<string>());
}

/// <summary>What was sampled of a service over time.</summary>
internal sealed record ServiceTrace(string Service, IReadOnlyList<Stretch> Stretches, IReadOnlyList<Curve> Cache, IReadOnlyList<Curve> P95, IReadOnlyList<ErrorBudget> Budgets)
{
    public static ServiceTrace Of(ServiceTerms terms, ServiceRto rto, Samples samples, Gates gates, Outcome outcome)
    {
        var keys = samples.Keys;
        var rows = samples.Rows.Where(r => keys[r.Key].Service is null || keys[r.Key].Service == terms.Name).ToList();
        var budgets = rows.GroupBy(r => keys[r.Key].Region ?? "").OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ErrorBudget.Of(terms, g.Key.Length > 0 ? g.Key : null, g, outcome.Until, outcome.Clock, outcome.Bars.SteadyGap)).ToList();
        if (budgets.Count == 0) budgets.Add(ErrorBudget.Of(terms, null, [], outcome.Until, outcome.Clock, outcome.Bars.SteadyGap));
        return new ServiceTrace(
            terms.Name, rows.Count == 0 ? [] : Of(rto, Math.Min(rows[0].At, outcome.Clock.Start ?? long.MaxValue), Math.Max(outcome.Until, rows[^1].At)),
            Curves(r => r.CacheHitPct, r => gates.HitBefore(r)), Curves(r => r.P95WarmMs, r => gates.Before(r)?.P95WarmMs), budgets);

        List<Curve> Curves(Func<Sample, double> figure, Func<Sample, double?> before) =>
        [
            .. rows.Where(r => !double.IsNaN(figure(r))).GroupBy(r => r.Key).Select(g => new Curve(keys[g.Key].Region, keys[g.Key].Prefix, before(g.First()), [.. g.Select(r => (r.At, figure(r)))]))
                .OrderBy(c => c.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>From turning point to turning point; one that was not reached ends nothing.</summary>
    private static List<Stretch> Of(ServiceRto rto, long from, long to)
    {
        var stretches = new List<Stretch>();
        var (name, since) = ("baseline", from);
        foreach (var (next, at) in new[] { ("inject", rto.Start), ("mitigated", rto.Mitigated), ("stable", rto.Stable) })
        {
            if (at is not { } turn) continue;
            if (turn > since) stretches.Add(new Stretch(name, since, Math.Min(turn, to)));
            (name, since) = (next, Math.Max(since, turn));
        }

        if (to > since) stretches.Add(new Stretch(name, since, to));
        return stretches;
    }
}

using System.Globalization;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>The pictures of an exercise: cache hits, warm p95 and the error budget over time, a panel for each service.</summary>
internal static class Plots
{
    /// <summary>More would be no picture any more; the tables hold all.</summary>
    public const int MostServices = 8;

    public static IReadOnlyList<(string Name, Drawing Drawing)> Of(IReadOnlyList<ServiceTrace> traces, Targets bars)
    {
        var gap = (long)(bars.SteadyGap * TimeSpan.TicksPerMinute);
        return
        [
            ("cache-hit", Stack("Cache hit rate, %, by region and prefix", traces, "cache_hit_pct in sli events would show it", t => Panel(t, "cache hit rate, %", t.Cache, null, Cache))),
            ("p95-warm", Stack("Warm p95 latency, ms, by region", traces, "p95_warm_ms in sli events would show it", t => Panel(t, "warm p95, ms", t.P95, 0, P95))),
            ("error-budget", Stack("Error budget burned, %, by region", traces, "slo_pct of the services and error_pct in sli events would show it", Budget)),
        ];

        IEnumerable<(double, string)> Cache(double before)
        {
            yield return (before, $"baseline {N(before)} %");
            yield return (before - bars.CacheDropPoints, $"bar {N(before - bars.CacheDropPoints)} % (−{N(bars.CacheDropPoints)} points)");
            if (before + bars.CacheDropPoints <= 100) yield return (before + bars.CacheDropPoints, $"bar {N(before + bars.CacheDropPoints)} % (+{N(bars.CacheDropPoints)} points)");
        }

        IEnumerable<(double, string)> P95(double before) => [(before, $"baseline {N(before)} ms"), (before * bars.P95Ratio, $"bar {N(before * bars.P95Ratio)} ms ({N(bars.P95Ratio)} ×)")];

        Panel? Panel(ServiceTrace t, string what, IReadOnlyList<Curve> curves, double? floor, Func<double, IEnumerable<(double, string)>> held) => curves.Count == 0 ? null
            : new Panel($"{t.Service}: {what}", t.Stretches, [.. curves.Select(c => new PanelLine(c.Name.Length > 0 ? c.Name : t.Service, c.Points, c.Baseline is { } before ? [.. held(before)] : []))], floor, gap);

        Panel? Budget(ServiceTrace t)
        {
            var burned = t.Budgets.Where(b => b.Burned is not null).ToList();
            return burned.Count == 0 ? null : new Panel(
                $"{t.Service}: error budget of {ErrorBudget.Days} days burned, % (promise {N(burned[0].SloPct!.Value)} %, {N(burned[0].Allowed!.Value)} min)", t.Stretches,
                [.. burned.Select(b => new PanelLine($"{b.Region ?? t.Service}: {N(b.Burned!.Value * 100)} % burned", [.. b.Curve.Select(p => (p.At, p.Lost / b.Allowed!.Value * 100))],
                    b.Burned > 0.5 ? [(100, "bar: all of it, 100 %")] : []))], 0, long.MaxValue);
        }
    }

    /// <summary>Panels one below the other; a service of which the figure was not recorded says what would.</summary>
    private static Drawing Stack(string title, IReadOnlyList<ServiceTrace> traces, string missing, Func<ServiceTrace, Panel?> of)
    {
        const double bare = 48;
        var marks = new List<Shape>();
        var y = 0.0;
        foreach (var trace in traces.Take(MostServices))
        {
            var panel = trace.Stretches.Count > 0 ? of(trace) : null;
            marks.AddRange(panel?.Shapes(y) ?? [new Lettering(8, y + 18, trace.Service, Anchor.Start, 14, "#1b1f24"), new Lettering(8, y + 36, $"unmeasured: {missing}", Anchor.Start, 11, "#57606a")]);
            y += panel is null ? bare : Artifacts.Panel.Height;
        }

        if (traces.Count == 0)
        {
            marks.Add(new Lettering(8, 18, $"unmeasured: no service was sampled; {missing}", Anchor.Start, 11, "#57606a"));
            y = bare;
        }

        marks.Add(new Lettering(8, y + 14, $"{title}. {(traces.Count > MostServices ? $"First {MostServices} of {traces.Count} services. " : "")}Times are UTC. Dotted: baseline; dash-dotted: bar. Each stretch is named where it begins.", Anchor.Start, 11, "#57606a"));
        return new Drawing(title, Artifacts.Panel.Width, y + 24, marks);
    }

    private static string N(double value) => Math.Round(value, 2).ToString("#,0.##", CultureInfo.InvariantCulture);
}

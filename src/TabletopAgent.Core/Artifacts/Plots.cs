using System.Globalization;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>The pictures of an exercise: cache hits, warm p95 and the error budget over time, a panel for each service.</summary>
internal static class Plots
{
    /// <summary>More would be no picture any more; the log holds all.</summary>
    private const int MostPanels = 12;
    private const double Bare = 30;
    private const string Ink = "#1b1f24", Faint = "#57606a";

    public static IReadOnlyList<(string Name, Drawing Drawing)> Of(IReadOnlyList<ServiceTrace> traces, Targets bars)
    {
        var gap = (long)(bars.SteadyGap * TimeSpan.TicksPerMinute);
        return
        [
            ("cache-hit", Stack("Cache hit rate, %, by region and prefix", Held, traces, "cache_hit_pct in sli events would show it", t => Panels(t, "cache hit rate, %", t.Cache, null, Cache))),
            ("p95-warm", Stack("Warm p95 latency, ms, by region and prefix", Held, traces, "p95_warm_ms in sli events would show it", t => Panels(t, "warm p95, ms", t.P95, 0, P95))),
            ("error-budget", Stack("Error budget burned, %, by region", "", traces, "slo_pct of the service in the exercise line and error_pct in sli events would show it", Budget)),
        ];

        IEnumerable<(double, string)> Cache(double before, string of)
        {
            yield return (before, $"baseline {N(before)} %{of}");
            yield return (before - bars.CacheDropPoints, $"bar {N(before - bars.CacheDropPoints)} % (−{N(bars.CacheDropPoints)} points){of}");
            if (before + bars.CacheDropPoints <= 100) yield return (before + bars.CacheDropPoints, $"bar {N(before + bars.CacheDropPoints)} % (+{N(bars.CacheDropPoints)} points){of}");
        }

        IEnumerable<(double, string)> P95(double before, string of) => [(before, $"baseline {N(before)} ms{of}"), (before * bars.P95Ratio, $"bar {N(before * bars.P95Ratio)} ms ({N(bars.P95Ratio)} ×){of}")];

        IEnumerable<Panel> Panels(ServiceTrace t, string what, IReadOnlyList<Curve> curves, double? floor, Func<double, string, IEnumerable<(double, string)>> held)
        {
            var whose = Whose(curves);
            return Panel.Each($"{t.Service}: {what}", t.Stretches, [.. curves.Select(c => new PanelLine(
                c.Name.Length > 0 ? c.Name : t.Service, c.Points, c.Baseline is { } before ? [.. held(before, whose[before])] : []))], floor, gap);
        }

        IEnumerable<Panel> Budget(ServiceTrace t)
        {
            var burned = t.Budgets.Where(b => b.Burned is not null).ToList();
            return burned.Count == 0 ? [] : Panel.Each(
                $"{t.Service}: error budget burned, % of {N(burned[0].Allowed!.Value)} min in {ErrorBudget.Days} days (promise {N(burned[0].SloPct!.Value)} %)", t.Stretches,
                [.. burned.Select(b => new PanelLine($"{N(b.Burned!.Value * 100)} % burned{(b.Region is { } region ? $", {region}" : "")}", [.. b.Curve.Select(p => (p.At, p.Lost / b.Allowed!.Value * 100))],
                    b.Burned > 0.5 ? [(100, "bar 100 %: all of it")] : []))], 0, long.MaxValue);
        }
    }

    /// <summary>Where lines are held against different baselines, each says whose it is; lines of one region that share one say the region.</summary>
    private static Dictionary<double, string> Whose(IReadOnlyList<Curve> curves)
    {
        var shared = curves.Where(c => c.Baseline is not null).GroupBy(c => c.Baseline!.Value).ToList();
        return shared.ToDictionary(g => g.Key, g => shared.Count == 1 ? "" : ", " + (g.Count() > 1 && g.Select(c => c.Region).Distinct().ToList() is [{ } region] ? region : string.Join(", ", g.Select(c => c.Name))));
    }

    private const string Held = " Dotted: baseline; dash-dotted: bar.";

    /// <summary>Panels one below the other; a service of which the figure was not recorded says what would.</summary>
    private static Drawing Stack(string title, string legend, IReadOnlyList<ServiceTrace> traces, string missing, Func<ServiceTrace, IEnumerable<Panel>> of)
    {
        var (shapes, y, left) = (new List<Shape>(), 0.0, MostPanels);
        foreach (var trace in traces)
        {
            if (left <= 0) break;
            var panels = trace.Stretches.Count > 0 ? of(trace).Take(left).ToList() : [];
            left -= Math.Max(1, panels.Count);
            foreach (var panel in panels)
            {
                shapes.AddRange(panel.Shapes(y));
                y += Panel.Height;
            }

            if (panels.Count == 0) Missing($"{trace.Service}: {missing}");
        }

        if (traces.Count == 0) Missing($"no service was sampled; {missing}");
        shapes.Add(new Lettering(8, y + 14, $"{title}.{legend} Each stretch is named where it begins; times are UTC.{(left <= 0 ? $" The first {MostPanels} panels; the log holds all." : "")}", Anchor.Start, 11, Faint));
        return new Drawing(title, Panel.Width, y + 24, shapes);

        void Missing(string what)
        {
            shapes.Add(new Lettering(8, y + 16, $"unmeasured: {what}", Anchor.Start, 11, Ink));
            y += Bare;
        }
    }

    private static string N(double value) => Math.Round(value, 2).ToString("#,0.##", CultureInfo.InvariantCulture);
}

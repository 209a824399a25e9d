namespace TabletopAgent.Measure;

/// <summary>
/// How much of a service's error budget an exercise burned in one region. The budget is what the promise leaves over 30 days; traffic is taken
/// to be even, for logs count no requests. It gates nothing.
/// </summary>
/// <param name="Region">Null where the samples name none.</param>
/// <param name="Allowed">Minutes in 30 days in which everything may fail; null without a promise.</param>
/// <param name="Measured">Minutes for which the share of errors is known.</param>
/// <param name="Lost">Minutes of complete failure that the errors amount to; null where no sample says.</param>
/// <param name="Curve">What was lost by each sample, in minutes, and at the end.</param>
internal sealed record ErrorBudget(string Service, string? Region, double? SloPct, double? Allowed, double Measured, double? Lost, IReadOnlyList<(long At, double Lost)> Curve)
{
    public const string Formula = "error-budget";

    /// <summary>The days over which the promise is counted. Source: fact sheet 1.6, availability by month and region.</summary>
    public const int Days = 30;

    /// <summary>Share of the budget, 1 is all of it; null where it is not measured.</summary>
    public double? Burned => Lost / Allowed;

    /// <summary>What would measure it; null where it is measured.</summary>
    public string? Missing => Allowed is null ? "slo_pct of the service in the exercise line would say how large the budget is"
        : Lost is null ? "error_pct in sli events would measure what was burned" : null;

    /// <param name="rows">Samples of this service and region, in order of time.</param>
    public static ErrorBudget Of(ServiceTerms service, string? region, IEnumerable<Sample> rows, long until, ExerciseClock clock, double gap)
    {
        var moments = rows.Where(r => !double.IsNaN(r.ErrorPct)).GroupBy(r => r.At).Select(g => (At: g.Key, Share: Math.Clamp(g.Average(r => r.ErrorPct), 0, 100) / 100)).ToList();
        var (measured, lost, curve) = (0.0, 0.0, new List<(long, double)>());
        for (var i = 0; i < moments.Count; i++)
        {
            curve.Add((moments[i].At, lost));
            // A sample speaks until the next one, and for no longer than a silence may last.
            var minutes = Math.Min(gap, Math.Max(0, clock.Minutes(moments[i].At, i + 1 < moments.Count ? moments[i + 1].At : until)));
            (measured, lost) = (measured + minutes, lost + minutes * moments[i].Share);
            if (i + 1 == moments.Count && minutes > 0) curve.Add((moments[i].At + (long)(minutes * TimeSpan.TicksPerMinute), lost));
        }

        var allowed = service.SloPct is { } slo ? (100 - slo) / 100 * Days * 24 * 60 : (double?)null;
        return new ErrorBudget(service.Name, region, service.SloPct, allowed, measured, moments.Count == 0 ? null : lost, curve);
    }
}

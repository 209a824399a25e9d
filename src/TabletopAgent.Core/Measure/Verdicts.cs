namespace TabletopAgent.Measure;

/// <summary>Several services or stores as one dimension: the worst speaks.</summary>
internal static class Verdicts
{
    public static Measurement Rto(IReadOnlyList<ServiceRto> services, Charter charter, Targets targets)
    {
        var tier = charter.Tier;
        var bar = tier == "A" ? targets.RtoTierA : targets.RtoTierS;
        if (services.Count == 0)
            return new Measurement(
                "RTO", Verdict.Unmeasured, null, "min", bar,
                $"An exercise log with sli events from the first breach to ten green minutes would measure it; the bar is {Numbers.Show(bar)} min for tier {tier ?? "S, the strictest, as none is named"}",
                ServiceRto.Formula, []);
        var worst = WorstOf(services);
        return new Measurement(
            "RTO", worst.Verdict, worst.Minutes, "min", worst.Target, Say(services.Where(s => s.Verdict == worst.Verdict).Select(s => s.Reason)), ServiceRto.Formula, []);
    }

    /// <summary>Of those with the worst verdict the one furthest beyond its bar; of equal ones the first.</summary>
    public static ServiceRto WorstOf(IReadOnlyList<ServiceRto> services) =>
        services.OrderBy(s => Rank(s.Verdict)).ThenByDescending(s => (s.Minutes ?? s.AtLeast) / s.Target ?? -1).First();

    public static Measurement Rpo(IReadOnlyList<StoreRpo> stores)
    {
        if (stores.Count == 0)
            return new Measurement(
                "RPO", Verdict.Unmeasured, null, "writes", 0, "A writes event per store (acked, present, replayed, deduped, documented lost) would measure it", StoreRpo.Formula, []);
        var worst = WorstOf(stores);
        return new Measurement(
            "RPO", worst.Verdict, worst.Unaccounted, "writes", 0, Say(stores.Where(s => s.Verdict == worst.Verdict).Select(s => s.Reason)), StoreRpo.Formula,
            [.. stores.Select(s => s.Place).OfType<Place>().Select(p => p.ToString())]);
    }

    public static StoreRpo WorstOf(IReadOnlyList<StoreRpo> stores) =>
        stores.OrderBy(s => Rank(s.Verdict)).ThenByDescending(s => Math.Abs(s.Unaccounted ?? 0)).ThenByDescending(s => s.DataAge / s.Target ?? -1).First();

    private static int Rank(Verdict verdict) => verdict switch { Verdict.Fail => 0, Verdict.Unmeasured => 1, _ => 2 };

    private static string Say(IEnumerable<string> reasons) => string.Join("; ", reasons);
}

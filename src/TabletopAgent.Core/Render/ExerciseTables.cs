namespace TabletopAgent.Render;

/// <summary>What was measured of an exercise, as small tables for people; a table without anything measured has no rows.</summary>
internal static class ExerciseTables
{
    public static IEnumerable<(string Title, string[] Head, IReadOnlyList<string[]> Rows)> Of(Report report)
    {
        yield return ($"Times{Day(report)}, UTC", ["", "measured", "stated"], Times(report));
        yield return ("Services", ["service", "tier", "RTO", "verdict"], Services(report));
        yield return (
            "Writes", ["store", "acked", "present", "replayed", "deduped", "documented lost", "unaccounted", "duplicates", "data age", "verdict"], Stores(report));
        yield return ("Missed updates", ["from", "to", "updates"], [.. report.Comms.WindowsMissed.Select(w => new[] { Time(w.From, report), Time(w.To, report), Wording.Number(w.Updates) })]);
        yield return ("Exact checks", ["check", "held", "evidence"], [.. report.Checks.Select(c => new[] { c.Id, c.Held switch { true => "yes", false => "no", null => "not played" }, c.Evidence ?? "–" })]);
    }

    private static List<string[]> Times(Report report)
    {
        var (m, s) = (report.Times, report.Stated);
        (string Name, string? Measured, string? Stated)[] all =
        [
            ("impact", m.Impact, s.Impact), ("detected", m.Detected, s.Detected), ("declared", m.Declared, s.Declared), ("mitigated", m.Mitigated, s.Mitigated),
            ("cutover", m.Cutover, s.Cutover), ("stable", m.Stable, s.Stable), ("resolved", m.Resolved, s.Resolved),
        ];
        return [.. all.Where(t => t.Measured is not null || t.Stated is not null).Select(t => new[] { t.Name, Time(t.Measured, report), Time(t.Stated, report) })];
    }

    private static List<string[]> Services(Report report) =>
        report.Services.All(s => s.RtoMin is null && s.Verdict == "unmeasured") ? []
        : [.. report.Services.Select(s => new[] { s.Name, s.Tier, s.RtoMin is { } minutes ? $"{Wording.Number(minutes)} min" : "–", s.Verdict })];

    private static List<string[]> Stores(Report report) =>
        report.Stores.All(s => s.Acked is null) ? []
        : [.. report.Stores.Select(s => new[]
        {
            s.Store, Wording.Number(s.Acked), Wording.Number(s.Present), Wording.Number(s.Replayed), Wording.Number(s.Deduped), Wording.Number(s.DocumentedLost),
            Wording.Number(s.Unaccounted), Wording.Number(s.Duplicates), s.DataAgeMin is { } age ? $"{Wording.Number(age)} min" : "–", s.Verdict,
        })];

    /// <summary>The day all times share, or nothing.</summary>
    private static string Day(Report report) => OneDay(report) is { } day ? $" on {day}" : "";

    private static string? OneDay(Report report)
    {
        var (m, s) = (report.Times, report.Stated);
        var days = new[] { m.Impact, m.Detected, m.Declared, m.Mitigated, m.Cutover, m.Stable, m.Resolved, s.Impact, s.Detected, s.Declared, s.Mitigated, s.Cutover, s.Stable, s.Resolved }
            .OfType<string>().Select(t => t.Split('T')[0]).Distinct().ToList();
        return days.Count == 1 ? days[0] : null;
    }

    /// <summary>The time of day alone where all times are of one day; no seconds where there are none.</summary>
    private static string Time(string? instant, Report report)
    {
        if (instant is null) return "–";
        var plain = instant.TrimEnd('Z').Replace('T', ' ');
        if (plain.EndsWith(":00", StringComparison.Ordinal)) plain = plain[..^3];
        return OneDay(report) is { } day && plain.StartsWith(day, StringComparison.Ordinal) ? plain[(day.Length + 1)..] : plain;
    }
}

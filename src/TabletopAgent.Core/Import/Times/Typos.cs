namespace TabletopAgent.Import.Times;

/// <summary>Dates that cannot be meant: a year of five figures, last year's year in January, one month off between its neighbours.</summary>
internal static class Typos
{
    /// <summary>A document's dates lie within this many days of each other, or one of them is a slip.</summary>
    private const int Near = 45;
    private const int Far = 250;

    public static void Mend(Draft draft)
    {
        Mend(draft, draft.Keys, k => k.Stamp, k => k.Line, k => k.Firm, (k, s) => k with { Stamp = s });
        Mend(draft, draft.Entries, e => e.Stamp, e => e.Line, _ => true, (e, s) => e with { Stamp = s });
    }

    private static void Mend<T>(Draft draft, List<T> items, Func<T, Stamp> stamp, Func<T, int> line, Func<T, bool> counts, Func<T, Stamp, T> with)
    {
        var dated = Enumerable.Range(0, items.Count).Where(i => counts(items[i]) && stamp(items[i]) is { HasDate: true, Year: not null }).ToList();
        // The year that most of them have is never the slip.
        var usual = dated.Select(i => stamp(items[i]).Year).Concat(draft.Days.Select(d => d.Stamp.Year)).GroupBy(y => y).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        for (var i = 0; i < dated.Count; i++)
        {
            var written = stamp(items[dated[i]]);
            var around = Neighbours(draft, dated, i, j => stamp(items[j])).ToList();
            if (Mended(written, around) is not var (mended, kind) || kind == "year_typo" && written.Year == usual) continue;
            items[dated[i]] = with(items[dated[i]], mended);
            var at = line(items[dated[i]]);
            draft.Findings.Add(new Contradiction(kind, $"the date {Say(written)} cannot be meant beside {Say(around[0])}; it is read as {Say(mended)}.", [at]));
            draft.Notes.Add(Notes.DateMended(draft.At(at), Say(written), Say(mended)));
        }
    }

    /// <summary>The dates before and after, then those the document is named after.</summary>
    private static IEnumerable<Stamp> Neighbours(Draft draft, List<int> dated, int i, Func<int, Stamp> stamp)
    {
        if (i > 0) yield return stamp(dated[i - 1]);
        if (i + 1 < dated.Count) yield return stamp(dated[i + 1]);
        foreach (var (_, _, day) in draft.Days)
            if (day is { HasDate: true, Year: not null }) yield return day;
    }

    private static (Stamp Mended, string Kind)? Mended(Stamp s, List<Stamp> around)
    {
        var sure = around.Where(a => Day(a) is not null).ToList();
        if (sure.Count == 0) return null;
        if (Day(s) is not { } written)
        {
            // 20202 or 22025: no year at all.
            return s.Year > 2200 && Day(s with { Year = sure[0].Year }) is not null ? (s with { Year = sure[0].Year }, "year_typo") : null;
        }

        var distances = sure.Select(a => Math.Abs(written.DayNumber - Day(a)!.Value.DayNumber)).ToList();
        if (distances.TrueForAll(d => d > Far) && sure.Find(a => Close(s with { Year = a.Year }, a, Near)) is { } year) return (s with { Year = year.Year }, "year_typo");
        // A month is put right only where two neighbours agree on another one and the day fits both.
        if (sure.Count >= 2 && distances.Take(2).All(d => d is > 20 and <= Far) && sure[0].Month == sure[1].Month && sure.Take(2).All(a => Close(s with { Month = a.Month }, a, 3)))
            return (s with { Month = sure[0].Month }, "month_typo");
        return null;
    }

    private static bool Close(Stamp s, Stamp by, int days) => Day(s) is { } a && Day(by) is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= days;

    private static DateOnly? Day(Stamp s) =>
        s is { Year: > 1900 and < 2200, Month: { } month, Day: { } day } && day <= DateTime.DaysInMonth(s.Year.Value, month) ? new DateOnly(s.Year.Value, month, day) : null;

    private static string Say(Stamp s) => $"{s.Year:0000}-{s.Month:00}-{s.Day:00}";
}

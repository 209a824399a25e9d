namespace TabletopAgent.Import.Times;

/// <summary>
/// An entry of 12:42 that quotes an alert of 4:42 PM UTC shows how far its clock is from UTC. Where that is not what the label says,
/// the label is wrong.
/// </summary>
internal static class ZoneProof
{
    /// <summary>The clock the quotes prove, or the one that was settled.</summary>
    public static Zone Check(Draft draft, Zone zone)
    {
        foreach (var entry in draft.Entries)
        {
            if (entry is not { Local: { } local, Zone: null, DayOnly: false, Stamp.Open: false }) continue;
            foreach (var quote in Clock.In(entry.Text))
            {
                if (quote is not { HasTime: true, Zone: { } written } || Zones.Find(written) is not { } own || Day(quote, local, zone, own) is not { } day) continue;
                var offset = local - own.ToUtc(day + quote.Clock).UtcDateTime;
                // Only the same minute is the same moment; a quarter of an hour is the finest zone there is.
                if (Math.Abs(offset.TotalHours) > 14 || Math.Abs(offset.TotalMinutes % 15) > 1 && Math.Abs(offset.TotalMinutes % 15) < 14 || quote.Clock.Minutes != local.Minute) continue;
                if (Math.Abs((offset - zone.Offset(local)).TotalMinutes) < 2) return zone;
                var proven = Zone.Of(TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes / 15) * 15));
                draft.Findings.Add(new Contradiction("tz", $"the times are labelled {zone.Written}, but {local:HH:mm} quotes {quote.Clock:hh\\:mm} {written}: its clock is {proven.Name}.", [entry.Line, draft.Stated?.Line ?? entry.Line]));
                draft.Notes.Add(Notes.ClockSkewed(draft.At(entry.Line), zone.Written, written, proven.Name));
                return proven;
            }
        }

        return zone;
    }

    /// <summary>The day of a quote; one without a date is of the day that brings it nearest to what the label says, if that is near.</summary>
    private static DateTime? Day(Stamp quote, DateTime local, Zone zone, Zone own)
    {
        if (quote is { Year: { } year, Month: { } month, Day: { } date }) return date <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, date) : null;
        if (quote.HasDate) return null;
        var said = zone.ToUtc(local);
        var nearest = new[] { -1, 0, 1 }.Select(d => local.Date.AddDays(d)).MinBy(d => Math.Abs((own.ToUtc(d + quote.Clock) - said).TotalMinutes));
        return Math.Abs((own.ToUtc(nearest + quote.Clock) - said).TotalHours) <= 3 ? nearest : null;
    }
}

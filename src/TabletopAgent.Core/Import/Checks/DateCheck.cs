using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Checks;

/// <summary>Days that disagree: file name, title and first event; a weekday that the date does not have.</summary>
internal static class DateCheck
{
    public static void Check(Draft draft, Calendar calendar, IReadOnlyDictionary<Mark, Told> times)
    {
        Named(draft, calendar, times);
        foreach (var (line, stamp) in draft.Entries.Select(e => (e.Line, e.Stamp)).Concat(draft.Keys.Select(k => (k.Line, k.Stamp))).Concat(draft.Days.Select(d => (d.Line, d.Stamp))))
            if (stamp.Weekday is { } weekday && calendar.Whole(stamp) is { } day && day.DayOfWeek != weekday)
            {
                draft.Findings.Add(new Contradiction("weekday", $"{day:yyyy-MM-dd} is a {day.DayOfWeek}, not a {weekday}.", [line]));
                break;
            }
    }

    private static void Named(Draft draft, Calendar calendar, IReadOnlyDictionary<Mark, Told> times)
    {
        var named = draft.Days.Select(d => (d.Where, d.Line, Day: calendar.Whole(d.Stamp))).Where(d => d.Day is not null).ToList();
        if (named.Count == 0) return;
        var events = times.Values.Where(t => t.Mark <= Mark.Declared).SelectMany(t => new[] { DateOnly.FromDateTime(t.Local), DateOnly.FromDateTime(t.Utc.UtcDateTime) })
            .Concat(draft.Entries.Where(e => e.Local is not null).Take(1).Select(e => DateOnly.FromDateTime(e.Local!.Value))).ToHashSet();
        if (events.Count == 0 && times.Count > 0) events = [.. times.Values.Select(t => DateOnly.FromDateTime(t.Local))];
        // A report may be named after the day it ended; a status page has a field for its day.
        var last = draft.Days.Exists(d => d.Where == "front matter") ? null
            : times.Values.Select(t => t.Local).Concat(draft.Entries.Select(e => e.Local).OfType<DateTime>()).Select(t => (DateOnly?)DateOnly.FromDateTime(t)).Max();
        var wrong = named.FindAll(d => events.Count > 0 ? !events.Contains(d.Day!.Value) && d.Day != last : d.Day != named[0].Day);
        if (wrong.Count > 0)
            draft.Findings.Add(new Contradiction("date",
                $"{string.Join(", ", named.Select(d => $"the {d.Where} says {d.Day:yyyy-MM-dd}"))}{(events.Count > 0 ? $", the events begin on {events.Min():yyyy-MM-dd}" : "")}.", [.. named.Select(d => d.Line).Distinct()]));
    }
}

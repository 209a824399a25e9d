using System.Text.RegularExpressions;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Import.Times;

/// <summary>Gives every time its day: years left out, days carried from heading to entry, midnights crossed without a word.</summary>
internal sealed partial class Calendar
{
    /// <summary>A clock that falls back by more than this has passed midnight; by less, the entries are out of order.</summary>
    private static readonly TimeSpan Midnight = TimeSpan.FromHours(6);

    private readonly Draft _draft;
    private readonly DateOnly? _base;
    private readonly bool _american;
    private readonly bool _twelve;

    public Calendar(Draft draft)
    {
        _draft = draft;
        var stamps = draft.Days.Select(d => d.Stamp).Concat(draft.Keys.Where(k => k.Firm).Select(k => k.Stamp)).Concat(draft.Entries.Select(e => e.Stamp))
            .Concat(draft.Keys.Where(k => !k.Firm).Select(k => k.Stamp)).ToList();
        _american = American(stamps);
        _base = stamps.Where(s => s.Year is not null).Select(s => Full(s, null)).FirstOrDefault(d => d is not null)
            ?? draft.Lines.SelectMany(l => Clock.In(l.Text)).Where(s => s.Year is not null).Select(s => Full(s, null)).FirstOrDefault(d => d is not null);
        var clocks = draft.Entries.Select(e => e.Stamp).Where(s => s.HasTime).ToList();
        _twelve = clocks.Exists(s => s.Meridiem || s.Hour < 10) && !clocks.Exists(s => !s.Meridiem && (s.Hour > 12 || s.Padded));
    }

    public void Resolve()
    {
        Placeholders();
        var reversed = Backwards();
        if (reversed) _draft.Entries.Reverse();
        Entries();
        _draft.Keys = [.. Keys()];
    }

    /// <summary>Midnight or noon in every row is a form that nobody filled in.</summary>
    private void Placeholders()
    {
        var timed = _draft.Entries.FindAll(e => e.Stamp.HasTime);
        if (timed.Count < 3 || timed[0].Stamp.Clock != TimeSpan.Zero && timed[0].Stamp.Clock != TimeSpan.FromHours(12) || timed.Exists(e => e.Stamp.Clock != timed[0].Stamp.Clock)) return;
        _draft.Entries = [.. _draft.Entries.Select(e => e with { Stamp = e.Stamp with { Hour = null, Minute = null } })];
        _draft.Notes.Add(Notes.OpenTime(_draft.At(timed[0].Line)));
    }

    /// <summary>Every date of the document that is whole, with its line: what the checks on dates compare.</summary>
    public DateOnly? Whole(Stamp stamp) => stamp.HasDate ? Full(stamp, _base) : null;

    private void Entries()
    {
        var day = _base;
        DateTime? last = null;
        var section = "";
        for (var i = 0; i < _draft.Entries.Count; i++)
        {
            var entry = _draft.Entries[i];
            if (entry.Section != section)
            {
                section = entry.Section;
                if (Clock.In(section).Find(s => s.HasDate) is { } headed && Full(headed, day) is { } named) (day, last) = (named, null);
            }

            var stamp = entry.Stamp;
            if (stamp.HasDate && Full(stamp, day) is { } written)
            {
                if (day is null || written != day) last = last?.Date == written.ToDateTime(default).Date ? last : null;
                day = written;
            }

            if (!stamp.HasTime || stamp.Open || day is not { } today)
            {
                if (stamp.HasDate && day is { } dated) _draft.Entries[i] = entry with { Local = dated.ToDateTime(default) };
                continue;
            }

            var local = today.ToDateTime(default) + Hour(stamp, last?.TimeOfDay);
            if (last is { } noon && Slipped(entry, local, noon, Next(i, today)) is { } meant) local = meant;
            if (!stamp.HasDate && last is { } before && before - local > Midnight)
            {
                local = local.AddDays((before.Date - local.Date).Days + (before.TimeOfDay - local.TimeOfDay > Midnight ? 1 : 0));
                day = DateOnly.FromDateTime(local);
                _draft.Notes.Add(Notes.PastMidnight(_draft.At(entry.Line), local.ToString("yyyy-MM-dd HH:mm")));
            }

            _draft.Entries[i] = entry with { Local = local };
            last = local;
        }
    }

    /// <summary>The clock of the next entry, on the same day unless it has its own.</summary>
    private DateTime? Next(int at, DateOnly day) =>
        at + 1 < _draft.Entries.Count && _draft.Entries[at + 1].Stamp is { HasTime: true, Open: false } next ? (Full(next, day) ?? day).ToDateTime(default) + next.Clock : null;

    /// <summary>12:10 AM between 11:50 AM and 12:30 PM is ten past noon.</summary>
    private DateTime? Slipped(Entry entry, DateTime local, DateTime last, DateTime? next)
    {
        var other = local.AddHours(local.Hour < 12 ? 12 : -12);
        var near = TimeSpan.FromHours(3);
        if (!entry.Stamp.Meridiem || local >= last && !(local > next) || other < last || other - last > near || !(other <= next) || next - other > near) return null;
        _draft.Findings.Add(new Contradiction("ampm", $"{local:h:mm tt} cannot be between {last:HH:mm} and {next:HH:mm}; it is read as {other:HH:mm}.", [entry.Line]));
        return other;
    }

    /// <summary>Fields first, for a sentence without a day means the day of the field of its kind.</summary>
    private IEnumerable<KeyTime> Keys()
    {
        var day = _base;
        DateTime? last = null;
        var firm = new List<KeyTime>();
        foreach (var key in _draft.Keys.Where(k => k.Firm))
        {
            if (key.Stamp.HasDate && Full(key.Stamp, day) is { } written) day = written;
            if (!key.Stamp.HasTime || key.Stamp.Open)
            {
                _draft.Findings.Add(new Contradiction("missing_time", $"the time of \"{key.Mark.Word()}\" is left open; it counts as not stated.", [key.Line]));
                _draft.Notes.Add(Notes.OpenTime(_draft.At(key.Line)));
                continue;
            }

            if (day is not { } today) continue;
            var local = today.ToDateTime(default) + Hour(key.Stamp, null);
            // An end on the clock before its start, without a day of its own, is past midnight.
            if (!key.Stamp.HasDate && last is { } before && before - local > Midnight) local = local.AddDays(1);
            last = local;
            firm.Add(key with { Local = local });
        }

        foreach (var key in firm) yield return key;
        foreach (var key in _draft.Keys.Where(k => !k.Firm && k.Stamp is { HasTime: true, Open: false }))
            if ((key.Stamp.HasDate ? Full(key.Stamp, day) : Beside(key.Line) ?? Kin(firm, key.Mark) ?? _base) is { } on)
                yield return key with { Local = on.ToDateTime(default) + Hour(key.Stamp, null) };
    }

    private static DateOnly? Kin(List<KeyTime> firm, Mark mark)
    {
        var start = firm.Find(k => k.Mark <= Mark.Declared)?.Local;
        var end = firm.FindLast(k => k.Mark >= Mark.Mitigated)?.Local;
        var kin = mark <= Mark.Declared || end < start ? start : end ?? start;
        return kin is { } local ? DateOnly.FromDateTime(local) : null;
    }

    /// <summary>"The issue had started on June 15": a day without a time, so no milestone, but something to compare.</summary>
    public void StartDays()
    {
        foreach (var line in _draft.Lines.Where(l => !l.Quoted && !Sections.Plans(l.Section)))
            foreach (var stamp in Clock.In(line.Text))
                if (stamp is { HasDate: true, HasTime: false } && Started().IsMatch(line.Text[..stamp.Start]) && Full(stamp, _base) is { } day) _draft.StartDays.Add((day, line.Number));
    }

    [GeneratedRegex(@"\b(?:issue|problem|outage|incident|impact)s?\s+(?:had\s+|has\s+|have\s+)?(?:actually\s+|first\s+)?(?:started|began|begun)\s+(?:on|around|about)?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Started();

    /// <summary>The day of the entry whose text a sentence stands in.</summary>
    private DateOnly? Beside(int line) =>
        _draft.Entries.Where(e => e.Line <= line).MaxBy(e => e.Line) is { Local: { } local } ? DateOnly.FromDateTime(local) : null;

    /// <summary>Status pages and chat put the newest first.</summary>
    private bool Backwards()
    {
        var (up, down) = (0, 0);
        (DateOnly? Day, TimeSpan Clock)? last = null;
        foreach (var s in _draft.Entries.Select(e => e.Stamp).Where(s => s.HasTime && !s.Open))
        {
            (DateOnly? Day, TimeSpan Clock) now = (Whole(s), s.Clock);
            if (last is { } before)
            {
                var order = now.Day is { } a && before.Day is { } b && a != b ? a.CompareTo(b) : now.Clock.CompareTo(before.Clock);
                if (order > 0) up++;
                if (order < 0) down++;
            }

            last = now;
        }

        return down > up && down > 1 || down == 1 && up == 0 && _draft.Entries.TrueForAll(e => e.Published);
    }

    /// <summary>Where am and pm are written here and left out there, the next time of that figure is meant.</summary>
    private TimeSpan Hour(Stamp stamp, TimeSpan? after)
    {
        var clock = stamp.Clock;
        if (!_twelve || stamp.Meridiem || stamp.Hour > 12 || after is not { } before) return clock;
        var (morning, noon) = (TimeSpan.FromHours(clock.Hours % 12) + TimeSpan.FromMinutes(clock.Minutes), TimeSpan.FromHours(clock.Hours % 12 + 12) + TimeSpan.FromMinutes(clock.Minutes));
        return morning >= before || noon < before ? morning : noon;
    }

    private static bool American(List<Stamp> stamps)
    {
        var doubtful = stamps.Where(s => s.DayOrMonth).ToList();
        if (doubtful.Count == 0) return false;
        // Sure dates nearby decide; of two readings the one that lies with them.
        var sure = stamps.Where(s => s is { HasDate: true, DayOrMonth: false, Year: not null }).Select(s => Date(s.Year!.Value, s.Month!.Value, s.Day!.Value)).OfType<DateOnly>().ToList();
        if (sure.Count == 0) return false;
        int Far(Func<Stamp, DateOnly?> read) => doubtful.Select(read).OfType<DateOnly>().Sum(d => sure.Min(s => Math.Abs(s.DayNumber - d.DayNumber)));
        return Far(s => Date(s.Year ?? sure[0].Year, s.Day!.Value, s.Month!.Value)) < Far(s => Date(s.Year ?? sure[0].Year, s.Month!.Value, s.Day!.Value));
    }

    /// <summary>A date in full; a year left out is the one that brings it nearest to the days around it.</summary>
    private DateOnly? Full(Stamp s, DateOnly? near)
    {
        if (!s.HasDate) return null;
        var (month, day) = _american && s.DayOrMonth ? (s.Day!.Value, s.Month!.Value) : (s.Month!.Value, s.Day!.Value);
        if (s.Year is { } year) return Date(year, month, day);
        if (near is not { } by) return null;
        return new[] { by.Year - 1, by.Year, by.Year + 1 }.Select(y => Date(y, month, day)).OfType<DateOnly>().OrderBy(d => Math.Abs(d.DayNumber - by.DayNumber)).Cast<DateOnly?>().FirstOrDefault();
    }

    private static DateOnly? Date(int year, int month, int day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}

using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Checks;

/// <summary>Two values for one milestone, and zone labels that the document itself disproves.</summary>
internal static class ConflictCheck
{
    private const string Clock = "yyyy-MM-dd HH:mm";

    public static void Check(Draft draft, Zone zone, IReadOnlyDictionary<Mark, Told> times)
    {
        var labels = Zoned(draft, zone, times);
        Season(draft, zone, times);
        var seen = new HashSet<(DateTime, DateTime)>();
        foreach (var mark in Marks.All)
        {
            if (!times.TryGetValue(mark, out var told) || !told.Firm) continue;
            if (Others(draft, mark, told).FirstOrDefault(o => Math.Abs((o.Local - told.Local).TotalMinutes) >= 1 && !labels.Contains(o.Line)) is not { Line: > 0 } other) continue;
            // Repaired and resolved at once disagree once.
            if (!seen.Add((told.Local, other.Local))) continue;
            draft.Findings.Add(new Contradiction(mark.Kind(), $"{mark.Word()} is {told.Local.ToString(Clock)} here and {other.Local.ToString(Clock)} there.", [told.Line, other.Line]));
        }

        Earlier(draft, times);
    }

    /// <summary>A text that dates the start to another day than its time; a time to detect that overlooks an earlier report.</summary>
    private static void Earlier(Draft draft, IReadOnlyDictionary<Mark, Told> times)
    {
        if (!times.TryGetValue(Mark.Impact, out var start)) return;
        if (draft.StartDays.Find(d => d.Day != DateOnly.FromDateTime(start.Local)) is { Line: > 0 } day && !draft.Findings.Exists(f => f.Kind == "started"))
            draft.Findings.Add(new Contradiction("started", $"the start is {start.Local.ToString(Clock)}, but the text says it started on {day.Day:yyyy-MM-dd}.", [start.Line, day.Line]));
        if (!times.TryGetValue(Mark.Detected, out var detected) || draft.Figures.Find(f => f is { Kind: "detect", Firm: true }) is not { } figure) return;
        if (!DurationCheck.Fits(figure.Length, (detected.Local - start.Local).TotalMinutes)) return;
        if (draft.Entries.Find(e => e is { DayOnly: false, Local: { } local } && local > start.Local && local < detected.Local && EntryWords.Reports(e.Head)) is { } report)
            draft.Findings.Add(new Contradiction("detected", $"the time to detect counts to {detected.Local:HH:mm}, but {report.Local:HH:mm} already reports it.", [figure.Line, report.Line]));
    }

    private static IEnumerable<(DateTime Local, int Line)> Others(Draft draft, Mark mark, Told told)
    {
        foreach (var key in draft.Keys)
            if (key.Mark == mark && key.Line != told.Line && key.Local is { } local && !key.Stamp.Approx && (key.Firm || mark == Mark.Impact && !key.Window)) yield return (local, key.Line);
        foreach (var entry in draft.Entries)
            if (entry.Local is { } local && !entry.DayOnly && !entry.Stamp.Open && !entry.Stamp.Approx && Says(mark, entry.Head)) yield return (local, entry.Line);
    }

    private static bool Says(Mark mark, string text) => mark switch
    {
        Mark.Declared => EntryWords.Declares(text),
        Mark.Mitigated => text.Contains("incident", StringComparison.OrdinalIgnoreCase) && EntryWords.SaysMitigated(text),
        Mark.Resolved => text.Contains("incident", StringComparison.OrdinalIgnoreCase) && EntryWords.SaysResolved(text),
        _ => false,
    };

    /// <summary>A time that stands here with a zone and there without, on one face of the clock, cannot be both.</summary>
    private static HashSet<int> Zoned(Draft draft, Zone zone, IReadOnlyDictionary<Mark, Told> times)
    {
        var found = new HashSet<int>();
        foreach (var key in draft.Keys)
        {
            if (key.Zone is not { } own || key.Local is not { } local || !times.TryGetValue(key.Mark, out var told) || told.Line == key.Line || local == told.Local) continue;
            if (own.ToLocal(zone.ToUtc(local)) != told.Local) continue;
            draft.Findings.Add(new Contradiction("tz", $"{key.Mark.Word()} is {told.Local:HH:mm} on the clock of {zone.Name} and {told.Local:HH:mm} {own.Written}; one label is wrong.", [key.Line, told.Line]));
            found.Add(key.Line);
        }

        return found;
    }

    private static void Season(Draft draft, Zone zone, IReadOnlyDictionary<Mark, Told> times)
    {
        if (times.Values.Select(t => t.Local).Concat(draft.Entries.Select(e => e.Local).OfType<DateTime>()).FirstOrDefault(zone.OutOfSeason) is not { Year: > 1 } day) return;
        draft.Notes.Add(Notes.ZoneOutOfSeason(draft.At(draft.Stated?.Line ?? draft.Line), zone.Written, zone.Name));
        draft.Findings.Add(new Contradiction("tz", $"{zone.Written} is not the time of {zone.Name} on {day:yyyy-MM-dd}; the clock on the wall there is taken.", [draft.Stated?.Line ?? draft.Line]));
    }
}

using TabletopAgent.Import.Checks;
using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import;

/// <summary>
/// A stated time to detect and time to repair say which entries they were measured between. Three entries that fit both figures, and
/// whose words agree, are the start, the detection and the repair.
/// </summary>
internal static class FigureAnchor
{
    private const int Most = 400;

    /// <returns>The entries, or null where none fit or their words say something else.</returns>
    /// <param name="known">What is known already, which the entries must agree with.</param>
    public static (Entry? Start, Entry? Detected, Entry? Repaired)? Solve(Draft draft, IReadOnlyList<Entry> entries, Func<Mark, DateTime?> known)
    {
        if (known(Mark.Impact) is not null && known(Mark.Mitigated) is not null) return null;
        bool Agrees(Mark mark, Entry e) => known(mark) is not { } time || time == e.Local;
        var timed = entries.Where(e => !e.DayOnly).Take(Most).ToList();
        var detect = Sharp(draft, "detect");
        var repair = Sharp(draft, "repair") ?? Sharp(draft, "duration");
        if (repair is null || timed.Count < 2) return null;

        (Entry?, Entry?, Entry?)? best = null;
        var most = 0;
        foreach (var start in timed)
            foreach (var end in timed)
            {
                if (!(end.Local >= start.Local) || !Agrees(Mark.Mitigated, end) || !Fits(repair.Value, start, end)) continue;
                var found = detect is { } delay ? timed.Where(d => d.Local <= end.Local && Agrees(Mark.Detected, d) && Fits(delay, start, d)).MaxBy(d => Notices(d) + (Exact(delay, start, d) ? 3 : 0)) : null;
                // Without a time to detect that fits, the figure may as well run from the detection.
                var begins = EntryWords.Begins(start.Head) || start.Named == Mark.Impact || found is not null || detect is not null && start == timed[0];
                if (detect is not null && !begins) continue;
                var score = 2 * Strength(end) + (Exact(repair.Value, start, end) ? 2 : 0) + (found is null ? 0 : 2 + Notices(found)) + (begins ? 1 : 0);
                if (score <= most) continue;
                most = score;
                best = begins ? (start, found, end) : (null, Notices(start) > 0 ? start : null, end);
            }

        return most > 3 ? best : null;
    }

    /// <summary>The entry that a time to detect alone points to: so long before one that notices, and the first or one that says it begins.</summary>
    public static Entry? Start(Draft draft, IReadOnlyList<Entry> entries, DateTime? detected)
    {
        if (Sharp(draft, "detect") is not { } delay || detected is not { } at) return null;
        return entries.FirstOrDefault(e => !e.DayOnly && e.Local <= at && Math.Abs(delay.Minutes - (at - e.Local!.Value).TotalMinutes) < 0.5);
    }

    private static Length? Sharp(Draft draft, string kind) =>
        draft.Figures.Find(f => f is { Firm: true, Length: { Approx: false, Grain: 1 } } && f.Kind == kind)?.Length;

    private static bool Fits(Length length, Entry from, Entry to) => DurationCheck.Fits(length, (to.Local!.Value - from.Local!.Value).TotalMinutes);

    /// <summary>To the minute; one off may be rounding, but of two the exact one is meant.</summary>
    private static bool Exact(Length length, Entry from, Entry to) => Math.Abs(length.Minutes - (to.Local!.Value - from.Local!.Value).TotalMinutes) < 0.5;

    private static int Notices(Entry e) => e.Named == Mark.Detected || EntryWords.Detects(e.Head) ? 2 : EntryWords.Looks(e.Head) ? 1 : 0;

    private static int Strength(Entry e) =>
        e.Named >= Mark.Mitigated || EntryWords.SaysMitigated(e.Text) || EntryWords.SaysResolved(e.Text) ? 3 : EntryWords.Mitigates(e.Text) || EntryWords.Resolves(e.Text) ? 2 : 0;
}

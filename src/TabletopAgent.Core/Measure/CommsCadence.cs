using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>A stretch that holds a window with too few updates.</summary>
internal sealed record MissedWindow(long From, long To, int Updates);

/// <summary>Whether people were told often enough: any window from declared to stable holds its quota of updates. Pauses do not count.</summary>
/// <param name="Updates">From declared to stable.</param>
internal sealed record CommsCadence(int Updates, IReadOnlyList<MissedWindow> Missed, Verdict Verdict, string Reason, IReadOnlyList<Finding> Findings)
{
    /// <param name="events">Comms events in order of time.</param>
    /// <param name="stable">Null while nothing is stable: then it is judged up to <paramref name="until"/>, and may fail but not pass.</param>
    public static CommsCadence Of(IReadOnlyList<Event> events, long? declared, long? stable, long until, ExerciseClock clock, Targets targets)
    {
        var updates = events.Where(e => e.At is not null).Select(e => e.At!.Value.UtcTicks).ToList();
        if (declared is not { } from)
            return new CommsCadence(updates.Count, [], Verdict.Unmeasured, "no milestone says when the incident was declared, so the quota of updates has no beginning", []);
        var to = Math.Max(from, stable ?? until);
        updates = updates.FindAll(u => u >= from && u <= to);
        var missed = Windows(updates, from, to, clock, targets);
        var findings = Gaps(updates, from, to, clock, targets);
        var quota = $"{Numbers.Show(targets.CommsUpdates)} updates in any {Numbers.Show(targets.CommsWindow)} min";
        var (verdict, reason) = missed.Count > 0
            ? (Verdict.Fail, $"{quota} were due; missed between {Spell.Some([.. missed.Select(m => $"{Spell.Time(m.From)} and {Spell.Time(m.To)} ({m.Updates})")])}")
            : stable is null ? (Verdict.Unmeasured, $"{quota} are kept so far, but no stable instant is measured")
            : (Verdict.Pass, $"{quota} were kept, {updates.Count} in all");
        return new CommsCadence(updates.Count, missed, verdict, reason, findings);
    }

    /// <summary>Between an update and the quota's next but one there may be no more than a window; at the ends, declared and stable are the borders.</summary>
    private static List<MissedWindow> Windows(List<long> updates, long from, long to, ExerciseClock clock, Targets targets)
    {
        var missed = new List<MissedWindow>();
        var quota = (int)targets.CommsUpdates;
        for (var i = 0; quota > 0 && i <= updates.Count; i++)
        {
            // The stretch behind update i holds the updates up to the one that would fill the quota.
            var start = i == 0 ? from : updates[i - 1];
            var last = i + quota - 1;
            var end = last < updates.Count ? updates[last] : to;
            var minutes = Numbers.Round(clock.Minutes(start, end));
            var open = last >= updates.Count && i == 0 ? minutes >= targets.CommsWindow : minutes > targets.CommsWindow;
            var held = Math.Min(quota - 1, updates.Count - i);
            if (!open) continue;
            // Stretches that run into one another are one.
            if (missed.Count > 0 && missed[^1].To > start) missed[^1] = missed[^1] with { To = Math.Max(missed[^1].To, end), Updates = Math.Min(missed[^1].Updates, held) };
            else missed.Add(new MissedWindow(start, end, held));
            if (last >= updates.Count) break;
        }

        return missed;
    }

    private static List<Finding> Gaps(List<long> updates, long from, long to, ExerciseClock clock, Targets targets)
    {
        var findings = new List<Finding>();
        var first = updates.Count > 0 ? clock.Minutes(from, updates[0]) : clock.Minutes(from, to);
        if (Numbers.Round(first) > targets.CommsFirst)
            findings.Add(new Finding("comms-first", "comms", updates.Count > 0
                ? $"The first update came {Numbers.Show(first)} min after the declaration at {Spell.Time(from)}; {Numbers.Show(targets.CommsFirst)} is the limit."
                : $"No update came in the {Numbers.Show(first)} min after the declaration at {Spell.Time(from)}.", []));
        for (var i = 0; i < updates.Count; i++)
        {
            var next = i + 1 < updates.Count ? updates[i + 1] : to;
            var gap = clock.Minutes(updates[i], next);
            if (Numbers.Round(gap) > targets.CommsGap)
                findings.Add(new Finding($"comms-gap:{Spell.Instant(updates[i])}", "comms", $"No update for {Numbers.Show(gap)} min after {Spell.Time(updates[i])}; {Numbers.Show(targets.CommsGap)} is the limit.", []));
        }

        return findings;
    }
}

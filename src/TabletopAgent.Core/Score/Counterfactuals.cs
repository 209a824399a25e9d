using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>A decision or change that could have come earlier, and what that would have made of the RTO.</summary>
/// <param name="To">When it could have come, UTC ticks.</param>
internal sealed record Counterfactual(Event Deed, string Service, long From, long To, double Before, double After, double Target, string Tier)
{
    public bool Turns => After <= Target;
}

/// <summary>
/// What if. A decision or change, and every later event of its service up to stable, moves to an earlier time; nothing else does; the RTO is
/// measured again. It may move back as far as the last thing that was known or done before it.
/// </summary>
internal static class Counterfactuals
{
    private const int Best = 5, Widest = 12;
    private static readonly string[] Deeds = ["decision", "change"];
    private static readonly string[] Known = ["decision", "change", "inject", "symptom", "milestone"];

    /// <returns>The best five: those that turn the verdict first, with the least to move; then those that gain most.</returns>
    public static IReadOnlyList<Counterfactual> Of(Outcome outcome)
    {
        var found = new List<Counterfactual>();
        for (var i = 0; i < outcome.Services.Count; i++)
            if (outcome.Services[i] is { Verdict: Verdict.Fail, Stable: not null } service)
                foreach (var (deed, bound) in Slack(service, outcome))
                    if (Earlier(deed, bound, outcome.Tracks[i], service, outcome) is { } better) found.Add(better);
        return [.. found.OrderByDescending(c => c.Turns).ThenBy(c => c.Turns ? c.From - c.To : 0).ThenBy(c => c.After).ThenBy(c => c.From).ThenBy(c => c.Service, StringComparer.Ordinal).Take(Best)];
    }

    /// <summary>The same as long as nothing up to the end of the holds has changed: what is sampled later moves nothing.</summary>
    public static int Stamp(Outcome outcome)
    {
        var stamp = new HashCode();
        for (var i = 0; i < outcome.Services.Count; i++)
        {
            if (outcome.Services[i] is not { Verdict: Verdict.Fail, Stable: { } stable } service) continue;
            var (moments, end, low) = (outcome.Tracks[i].Moments, End(stable, outcome), 0);
            for (var high = moments.Count; low < high;)
            {
                var middle = (low + high) / 2;
                if (moments[middle].Running <= end) low = middle + 1;
                else high = middle;
            }

            stamp.Add((i, service.Start, stable, low, outcome.Clock.Pauses.Count, outcome.Entries.Corrected));
            foreach (var type in Known) stamp.Add(outcome.Entries.Of(type).TakeWhile(e => e.At is { } at && at.UtcTicks <= stable).Count());
        }

        return stamp.ToHashCode();
    }

    /// <summary>Deeds between breach and stable with the time back to which each could move. No deed gains more than that, so the widest suffice.</summary>
    private static IEnumerable<(Event Deed, long Bound)> Slack(ServiceRto service, Outcome outcome)
    {
        var known = Known.SelectMany(outcome.Entries.Of).Where(e => e.At is { } t && t.UtcTicks <= service.Stable && (e.Service is null || e.Service == service.Service)).ToList();
        known = Entries.Sorted(known);
        var found = new List<(Event Deed, long Bound)>();
        var (before, last) = (service.Start!.Value, long.MinValue);
        foreach (var e in known)
        {
            var at = e.At!.Value.UtcTicks;
            if (at > last && last > before) before = last;
            last = at;
            if (at > before && Array.IndexOf(Deeds, e.Type) >= 0) found.Add((e, before));
        }

        return found.OrderByDescending(f => f.Deed.At!.Value.UtcTicks - f.Bound).Take(Widest);
    }

    public static Finding Finding(Counterfactual c)
    {
        var what = c.Deed.Text("text") ?? $"{c.Deed.Text("area")}: {c.Deed.Text("what")}";
        if (what.Length > 80) what = what[..80].TrimEnd() + "…";
        var turn = c.Turns ? $"tier {c.Tier} met" : $"tier {c.Tier} still missed by {Numbers.Show(c.After - c.Target)}";
        var id = c.Deed.Seq is { } seq ? $"{seq}" : Spell.Instant(c.From)!;
        return new Finding(
            $"earlier:{c.Service}:{id}", "counterfactual",
            $"“{what}” at {Spell.Time(c.To)} instead of {Spell.Time(c.From)}: RTO of {c.Service} {Numbers.Show(c.Before)} → {Numbers.Show(c.After)} min, {turn}.", [c.Deed.Place.ToString()]);
    }

    private static Counterfactual? Earlier(Event deed, long bound, Track track, ServiceRto service, Outcome outcome)
    {
        var (at, target) = (deed.At!.Value.UtcTicks, service.Target!.Value);
        var moments = Thinned(track.Moments, at, service.Stable!.Value, outcome);
        var least = Minutes(bound);
        if (!(least < service.Minutes)) return null;

        // The later the better as long as it turns the verdict; whole seconds are near enough.
        var to = bound;
        if (least <= target)
            for (var (low, high) = (bound, at); high - low > TimeSpan.TicksPerSecond;)
            {
                var middle = low + (high - low) / 2 / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond;
                if (middle == low) break;
                if (Minutes(middle) <= target) to = low = middle;
                else high = middle;
            }

        return new Counterfactual(deed, track.Service.Name, at, to, service.Minutes!.Value, Minutes(to), target, service.Tier);

        double Minutes(long moved) =>
            ServiceRto.Of(track with { Moments = Moved(moments, at, at - moved, outcome.Clock) }, outcome.Until, outcome.Clock, outcome.Bars).Minutes ?? double.PositiveInfinity;
    }

    /// <summary>
    /// Moments up to the end of the hold that shows it stable, without those that lie between others of their kind: they decide nothing. What
    /// stands beside the deed stays, and no silence becomes longer than half of what is allowed.
    /// </summary>
    private static List<Moment> Thinned(IReadOnlyList<Moment> moments, long deed, long stable, Outcome outcome)
    {
        var end = End(stable, outcome);
        var silence = (long)(outcome.Bars.SteadyGap * TimeSpan.TicksPerMinute / 2);
        var thinned = new List<Moment>();
        for (var i = 0; i < moments.Count; i++)
        {
            var m = moments[i];
            var last = i + 1 == moments.Count || m.Running >= end;
            if (last || i == 0 || Broken(i) != Broken(i - 1) || Broken(i) != Broken(i + 1) || moments[i - 1].At < deed != moments[i + 1].At < deed
                || moments[i + 1].Running - thinned[^1].Running > silence) thinned.Add(m);
            if (last && m.Running >= end) break;
        }

        return thinned;

        bool Broken(int i) => moments[i].Broken != Gate.None;
    }

    /// <summary>When the hold that shows it stable is over, on the exercise's clock.</summary>
    private static long End(long stable, Outcome outcome) => outcome.Clock.Running(stable) + (long)(outcome.Bars.SteadyHold * TimeSpan.TicksPerMinute);

    /// <summary>Moments from the deed on move; they meet those that stay in order of time.</summary>
    private static List<Moment> Moved(List<Moment> moments, long from, long by, ExerciseClock clock)
    {
        List<Moment> moved = [.. moments.Select(m => m.At < from ? m : m with { At = m.At - by, Running = clock.Running(m.At - by) })];
        moved.Sort((a, b) => a.Running != b.Running ? a.Running.CompareTo(b.Running) : a.Row.CompareTo(b.Row));
        return moved;
    }
}

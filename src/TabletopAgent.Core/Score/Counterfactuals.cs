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
    private const int Best = 5;
    private static readonly string[] Deeds = ["decision", "change"];
    private static readonly string[] Known = ["decision", "change", "inject", "symptom", "milestone"];

    /// <returns>The best five: those that turn the verdict first, with the least to move; then those that gain most.</returns>
    public static IReadOnlyList<Counterfactual> Of(Outcome outcome)
    {
        var found = new List<Counterfactual>();
        for (var i = 0; i < outcome.Services.Count; i++)
            if (outcome.Services[i] is { Verdict: Verdict.Fail, Stable: not null } service)
                foreach (var deed in Deeds.SelectMany(outcome.Entries.Of).Where(e => e.At is not null && (e.Service is null || e.Service == service.Service)))
                    if (Earlier(deed, outcome.Tracks[i], service, outcome) is { } better) found.Add(better);
        return [.. found.OrderByDescending(c => c.Turns).ThenBy(c => c.Turns ? c.From - c.To : 0).ThenBy(c => c.After).ThenBy(c => c.From).ThenBy(c => c.Service, StringComparer.Ordinal).Take(Best)];
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

    private static Counterfactual? Earlier(Event deed, Track track, ServiceRto service, Outcome outcome)
    {
        var (at, start, target) = (deed.At!.Value.UtcTicks, service.Start!.Value, service.Target!.Value);
        if (at <= start || at > service.Stable) return null;
        var bound = Math.Max(start, Known.SelectMany(outcome.Entries.Of).Where(e => e.At is { } t && t.UtcTicks < at && (e.Service is null || e.Service == track.Service.Name))
            .Select(e => e.At!.Value.UtcTicks).DefaultIfEmpty(start).Max());
        if (bound >= at) return null;
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
            ServiceRto.Of(track with { Moments = Moved(track.Moments, service.Stable!.Value, at, at - moved, outcome) }, outcome.Until, outcome.Clock, outcome.Bars).Minutes ?? double.PositiveInfinity;
    }

    /// <summary>Moments from the deed to the end of the hold that shows it stable move; they meet those that stay in order of time.</summary>
    private static List<Moment> Moved(IReadOnlyList<Moment> moments, long stable, long from, long by, Outcome outcome)
    {
        var clock = outcome.Clock;
        var end = clock.Running(stable) + (long)(outcome.Bars.SteadyHold * TimeSpan.TicksPerMinute);
        var held = false;
        var moved = new List<Moment>(moments.Count);
        foreach (var m in moments)
        {
            moved.Add(m.At < from || held ? m : m with { At = m.At - by, Running = clock.Running(m.At - by) });
            held |= m.Running >= end;
        }

        moved.Sort((a, b) => a.Running != b.Running ? a.Running.CompareTo(b.Running) : a.Row.CompareTo(b.Row));
        return moved;
    }
}

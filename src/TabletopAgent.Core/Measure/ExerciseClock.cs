using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The exercise's own time: what passes while the clock is paused does not count in RTO or comms.</summary>
/// <param name="Start">When the clock was first started; null where the log does not say.</param>
/// <param name="Pauses">From pause to resume, UTC ticks, in order and apart.</param>
internal sealed record ExerciseClock(long? Start, long? End, IReadOnlyList<(long From, long To)> Pauses)
{
    /// <param name="events">Clock events in order of time.</param>
    /// <param name="until">The last sample: a pause that samples follow without a resume was forgotten, and is not taken off.</param>
    public static ExerciseClock Of(IReadOnlyList<Event> events, long until, List<Note> notes)
    {
        long? start = null, end = null;
        Event? paused = null;
        var pauses = new List<(long, long)>();
        foreach (var e in events)
        {
            if (e.At is not { } at) continue;
            var state = e.Text("state");
            if (state == "start") start ??= at.UtcTicks;
            if (state == "end") end = at.UtcTicks;
            if (state == "pause") paused ??= e;
            else if (paused is not null && state is ("resume" or "start" or "end"))
            {
                if (at > paused.At) pauses.Add((paused.At!.Value.UtcTicks, at.UtcTicks));
                paused = null;
            }
        }

        if (paused is not null && until > paused.At!.Value.UtcTicks) notes.Add(Notes.NotResumed(paused.Place));
        return new ExerciseClock(start, end, pauses);
    }

    /// <summary>Ticks on the exercise's clock: UTC less all pauses before.</summary>
    public long Running(long at)
    {
        var running = at;
        foreach (var (from, to) in Pauses)
        {
            if (at <= from) break;
            running -= Math.Min(at, to) - from;
        }

        return running;
    }

    /// <summary>Running minutes from one time to another.</summary>
    public double Minutes(long from, long to) => (double)(Running(to) - Running(from)) / TimeSpan.TicksPerMinute;
}

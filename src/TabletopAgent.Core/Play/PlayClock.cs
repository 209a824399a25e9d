using TabletopAgent.Exercises;

namespace TabletopAgent.Play;

/// <summary>The clock of the exercise, folded from its clock events. Paused time does not count.</summary>
internal sealed class PlayClock
{
    private TimeSpan _paused;
    private DateTimeOffset? _pausedAt;

    /// <summary>Minute 0; null before.</summary>
    public DateTimeOffset? Start { get; private set; }

    public DateTimeOffset? End { get; private set; }

    public bool Paused => _pausedAt is not null;

    public bool Running => Start is not null && End is null && !Paused;

    public void Take(Event e)
    {
        if (e.Type != "clock" || e.At is not { } at) return;
        switch (e.Text("state"))
        {
            case "start": Start ??= at; break;
            case "pause": _pausedAt ??= at; break;
            case "resume" when _pausedAt is { } since: (_paused, _pausedAt) = (_paused + (at - since), null); break;
            case "end": End ??= at; break;
        }
    }

    /// <summary>Time played up to an instant that is not before the last pause; null before the start.</summary>
    public TimeSpan? Played(DateTimeOffset now)
    {
        if (Start is not { } start) return null;
        if (End is { } end && end < now) now = end;
        if (_pausedAt is { } since && since < now) now = since;
        return now - start - _paused;
    }

    /// <summary>Minutes played, for comparison with the plan.</summary>
    public double? Minute(DateTimeOffset now) => Played(now)?.TotalMinutes;
}

namespace TabletopAgent.Live;

/// <summary>
/// The clock on stage: it begins where the log ends and runs as fast as is wanted. It goes by the monotonic clock, so putting the system's
/// clock right, or back, does not move it.
/// </summary>
internal sealed class StageClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly double _speed;
    private readonly DateTimeOffset _origin;
    private readonly long _begun;

    /// <param name="last">The time of the last entry; a rehearsal may have run ahead of the wall clock. Null: there is none.</param>
    public StageClock(TimeProvider real, double speed, DateTimeOffset? last) =>
        (_real, _speed, _origin, _begun) = (real, speed, real.GetUtcNow() is var now && last > now ? last.Value : now, real.GetTimestamp());

    public override DateTimeOffset GetUtcNow() => _origin + _real.GetElapsedTime(_begun) * _speed;

    public override long GetTimestamp() => _begun + (long)((_real.GetTimestamp() - _begun) * _speed);

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, Real(dueTime), Real(period));

    /// <summary>A period under a millisecond would be none: the system's timers take it for "once".</summary>
    private TimeSpan Real(TimeSpan span) => span <= TimeSpan.Zero ? span : span / _speed is var real && real > Shortest ? real : Shortest;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
}

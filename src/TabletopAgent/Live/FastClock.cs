namespace TabletopAgent.Live;

/// <summary>The clock of a rehearsal: from its start on it runs so many times as fast. It goes by the monotonic clock, so putting the system's clock right does not move it.</summary>
internal sealed class FastClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly double _speed;
    private readonly DateTimeOffset _origin;
    private readonly long _begun;

    public FastClock(TimeProvider real, double speed) => (_real, _speed, _origin, _begun) = (real, speed, real.GetUtcNow(), real.GetTimestamp());

    public override DateTimeOffset GetUtcNow() => _origin + _real.GetElapsedTime(_begun) * _speed;

    public override long GetTimestamp() => _begun + (long)((_real.GetTimestamp() - _begun) * _speed);

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan span) => span < TimeSpan.Zero ? span : span / _speed;
}

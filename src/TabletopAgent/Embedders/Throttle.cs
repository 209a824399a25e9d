namespace TabletopAgent.Embedders;

/// <summary>How many requests may be under way: half as many after a refusal, one more after as many answers as may be under way.</summary>
internal sealed class Throttle : IDisposable
{
    private readonly int _most;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _room;
    private readonly Lock _lock = new();
    private int _given, _allowed, _answered;
    private DateTimeOffset _until;

    public Throttle(int most, TimeProvider clock)
    {
        _most = _given = _allowed = most;
        (_clock, _room) = (clock, new SemaphoreSlim(most, most));
    }

    public int Allowed
    {
        get { lock (_lock) return _allowed; }
    }

    /// <summary>Waits for room, and for the end of the pause that a refusal asked for.</summary>
    public async Task EnterAsync(CancellationToken stop)
    {
        await _room.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            TimeSpan left;
            lock (_lock) left = _until - _clock.GetUtcNow();
            if (left > TimeSpan.Zero) await Task.Delay(left, _clock, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Leave();
            throw;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            // A place that is no longer allowed is not given back; one that is allowed again is given besides.
            if (_given > _allowed) _given--;
            else
            {
                _room.Release(1 + _allowed - _given);
                _given = _allowed;
            }
        }
    }

    /// <param name="pause">What the server asked for; zero where it asked for nothing.</param>
    public void Refused(TimeSpan pause)
    {
        lock (_lock)
        {
            (_allowed, _answered) = (Math.Max(1, _allowed / 2), 0);
            if (_clock.GetUtcNow() + pause is var until && until > _until) _until = until;
        }
    }

    public void Answered()
    {
        lock (_lock)
        {
            if (++_answered < _allowed || _allowed == _most) return;
            (_allowed, _answered) = (_allowed + 1, 0);
        }
    }

    public void Dispose() => _room.Dispose();
}

namespace TabletopAgent.Agent;

/// <summary>Two clocks beside an answer: how long the model has been silent, and how long all of it has taken.</summary>
internal sealed class Watch : IDisposable
{
    private readonly ModelSettings _settings;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _turn;
    private readonly CancellationTokenSource _any;

    public Watch(ModelSettings settings, TimeProvider clock, CancellationToken stop)
    {
        _settings = settings;
        _silence = new CancellationTokenSource(TimeSpan.FromSeconds(settings.FirstTokenSeconds), clock);
        _turn = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TurnSeconds), clock);
        _any = CancellationTokenSource.CreateLinkedTokenSource(stop, _silence.Token, _turn.Token);
    }

    public CancellationToken Token => _any.Token;

    /// <summary>Something was heard.</summary>
    public void Heard() => _silence.CancelAfter(TimeSpan.FromSeconds(_settings.FirstTokenSeconds));

    /// <summary>Why the answer was given up; null where neither clock ran out.</summary>
    public Note? Verdict => _silence.IsCancellationRequested ? Notes.ModelSilent(_settings.FirstTokenSeconds)
        : _turn.IsCancellationRequested ? Notes.ModelSlow(_settings.TurnSeconds) : null;

    public void Dispose()
    {
        _any.Dispose();
        _turn.Dispose();
        _silence.Dispose();
    }
}

namespace TabletopAgent.Agent;

/// <summary>Two clocks beside an answer: how long the person has waited for a word, and how long all of it has taken.</summary>
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

    /// <summary>Something came that a person can use: the wait begins anew.</summary>
    public void Heard()
    {
        Trickles = false;
        _silence.CancelAfter(TimeSpan.FromSeconds(_settings.FirstTokenSeconds));
    }

    /// <summary>Pieces came, and nothing yet that can be shown.</summary>
    public bool Trickles { private get; set; }

    /// <summary>Why the answer was given up; null where neither clock ran out.</summary>
    public Note? Verdict => _silence.IsCancellationRequested ? Trickles ? Notes.ModelTrickles(_settings.FirstTokenSeconds) : Notes.ModelSilent(_settings.FirstTokenSeconds)
        : _turn.IsCancellationRequested ? Notes.ModelSlow(_settings.TurnSeconds) : null;

    public void Dispose()
    {
        _any.Dispose();
        _turn.Dispose();
        _silence.Dispose();
    }
}

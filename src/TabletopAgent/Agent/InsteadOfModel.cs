namespace TabletopAgent.Agent;

/// <summary>
/// Answers where the model did not: the code hears the person's words itself, as it would without a model. Not where the model has written
/// something of them already, for that would be written twice; then the code only tells how things stand.
/// </summary>
internal sealed class InsteadOfModel(IDriver talk, IDriver told) : IDriver
{
    private const string Writes = "Exercise-log_";

    public IAsyncEnumerable<Passage> AnswerAsync(Turn turn, CancellationToken stop) =>
        (turn.Results.Exists(r => r.Tool.StartsWith(Writes, StringComparison.Ordinal)) ? told : talk).AnswerAsync(turn, stop);
}

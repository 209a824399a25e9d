namespace TabletopAgent.Agent.Grounding;

/// <summary>A reply as it may be shown.</summary>
/// <param name="Text">What stands, with the code's own sentence wherever something was struck.</param>
internal sealed record CheckedReply(string Text, IReadOnlyList<Struck> Struck);

/// <summary>A sentence, table row or JSON value that nothing in the sources bears out.</summary>
/// <param name="Text">As the model wrote it, without invisible characters. Never shown to people: only to tests and to the log.</param>
/// <param name="Why">What about it is not borne out.</param>
/// <param name="Instead">What stands there now.</param>
internal sealed record Struck(string Text, string Why, string Instead);

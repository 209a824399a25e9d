namespace TabletopAgent.Measure;

/// <summary>What an exercise came to: everything measured, and nothing of what it means.</summary>
/// <param name="Bars">The targets in force: the house's, with the stricter ones of the log.</param>
/// <param name="Impact">When the loss began: the first breach, else what people say of it; null where nothing does.</param>
internal sealed record Outcome(
    Charter Charter, Targets Bars, ExerciseClock Clock, ProbeBoard Probes, IReadOnlyList<ServiceRto> Services, IReadOnlyList<StoreRpo> Stores, long? Impact, Times Measured,
    Times Stated, Measurement Rto, Measurement Rpo, IReadOnlyList<Note> Notes);

namespace TabletopAgent.Measure;

/// <summary>What an exercise came to: everything measured, and nothing of what it means.</summary>
/// <param name="Bars">The targets in force: the house's, with the stricter ones of the log.</param>
/// <param name="Until">The end of what was sampled, UTC ticks.</param>
/// <param name="Services">One for each track.</param>
/// <param name="Impact">When the loss began: the first breach, else what people say of it; null where nothing does.</param>
internal sealed record Outcome(
    Charter Charter, Targets Bars, ExerciseClock Clock, long Until, ProbeBoard Probes, IReadOnlyList<Track> Tracks, IReadOnlyList<ServiceRto> Services, IReadOnlyList<StoreRpo> Stores, long? Impact,
    Times Measured, Times Stated, CommsCadence Comms, IReadOnlyList<PlayedCheck> Checks, Measurement Rto, Measurement Rpo, Measurement Safety, Measurement Ops, Measurement Docs,
    IReadOnlyList<Finding> Findings, Entries Entries, IReadOnlyList<Note> Notes);

/// <summary>An exact check of the scenario, or one that was answered without standing in it.</summary>
/// <param name="Held">Null: it was not played.</param>
internal sealed record PlayedCheck(string Id, string? Text, bool? Held, string? Evidence, Place? Place);

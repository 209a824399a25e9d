namespace TabletopAgent.Measure;

/// <summary>One sample of one service, held against its gates.</summary>
/// <param name="Running">Ticks on the exercise's clock, which stands still in a pause.</param>
/// <param name="At">UTC ticks.</param>
internal readonly record struct Moment(long Running, long At, Gate Broken, int Row)
{
    /// <summary>The row of a moment that is a round of probes.</summary>
    public const int OfProbes = -1;
}

/// <summary>The probes of a service judged as of one time: each question by its last answer.</summary>
internal readonly record struct ProbeRound(long At, bool Broken);

/// <summary>All that decides the RTO of a service.</summary>
/// <param name="Moments">In order of time.</param>
/// <param name="Onset">When it should have broken, as far as people say.</param>
/// <param name="LastRound">When its probes were last judged, UTC ticks.</param>
internal sealed record Track(ServiceTerms Service, IReadOnlyList<Moment> Moments, Onset? Onset, long? LastRound);

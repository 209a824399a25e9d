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

internal static class Moments
{
    /// <summary>Of one service, in order of time: its samples, those that name no service, and failing rounds of its probes.</summary>
    /// <param name="keys">Whether a sample's key is the service's.</param>
    /// <param name="rounds">For a service that answers from retrieved text; else empty. A failing round stays broken until one holds.</param>
    public static List<Moment> Of(List<Sample> rows, bool[] keys, Gates gates, IReadOnlyList<ProbeRound> rounds, ExerciseClock clock)
    {
        var moments = new List<Moment>();
        var round = 0;
        var meaning = Gate.None;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            for (; round < rounds.Count && rounds[round].At <= row.At; round++) Take(rounds[round]);
            if (keys[row.Key]) moments.Add(new Moment(clock.Running(row.At), row.At, gates.Broken(row) | meaning, i));
        }

        for (; round < rounds.Count; round++) Take(rounds[round]);
        return moments;

        void Take(ProbeRound r)
        {
            meaning = r.Broken ? Gate.Semantics : Gate.None;
            if (r.Broken) moments.Add(new Moment(clock.Running(r.At), r.At, meaning, Moment.OfProbes));
        }
    }
}

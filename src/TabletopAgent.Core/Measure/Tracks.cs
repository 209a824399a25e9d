namespace TabletopAgent.Measure;

/// <summary>The track of each service, which grows with the samples: those that were held against their gates before are not again.</summary>
internal sealed class Tracks(Samples samples)
{
    private readonly Dictionary<string, Growing> _services = new(StringComparer.Ordinal);

    /// <param name="rounds">For a service that answers from retrieved text; else empty. A failing round stays broken until one holds.</param>
    public Track Of(ServiceTerms service, Gates gates, IReadOnlyList<ProbeRound> rounds, Onset? onset, ExerciseClock clock)
    {
        var rows = samples.Rows;
        if (!_services.TryGetValue(service.Name, out var growing) || growing.Epoch != samples.Epoch || !ReferenceEquals(growing.Gates, gates)
            || !ReferenceEquals(growing.Rounds, rounds) || !growing.Clock.Pauses.SequenceEqual(clock.Pauses))
            _services[service.Name] = growing = new Growing(
                samples.Epoch, gates, rounds, clock, new Moments(rows, rounds, clock), [.. samples.Keys.Select(k => k.Service is null || k.Service == service.Name)]);
        growing.Take(rows);
        return new Track(service, growing.Moments, onset, rounds.Count > 0 ? rounds[^1].At : null);
    }

    /// <param name="keys">Whether a sample's key is the service's.</param>
    private sealed class Growing(int epoch, Gates gates, IReadOnlyList<ProbeRound> rounds, ExerciseClock clock, Moments moments, bool[] keys)
    {
        private Gate _meaning;
        private int _row, _round, _tail;
        private (int Round, Gate Meaning) _settled;

        /// <summary>In order of time: the service's samples, those that name none, and failing rounds of its probes.</summary>
        public Moments Moments => moments;

        public int Epoch => epoch;
        public Gates Gates => gates;
        public IReadOnlyList<ProbeRound> Rounds => rounds;
        public ExerciseClock Clock => clock;

        public void Take(SampleRows rows)
        {
            // Rounds behind the last sample may yet have samples before them.
            moments.Drop(_tail);
            (_round, _meaning) = _settled;
            for (; _row < rows.Count; _row++)
            {
                var row = rows[_row];
                Ask(row.At);
                if (keys[row.Key]) moments.AddSample(_row, gates.Broken(row) | _meaning);
            }

            _settled = (_round, _meaning);
            _tail = -moments.Count;
            Ask(long.MaxValue);
            _tail += moments.Count;
        }

        private void Ask(long until)
        {
            for (; _round < rounds.Count && rounds[_round].At <= until; _round++)
            {
                var round = rounds[_round];
                _meaning = round.Broken ? Gate.Semantics : Gate.None;
                if (round.Broken) moments.AddRound(_round, _meaning);
            }
        }
    }
}

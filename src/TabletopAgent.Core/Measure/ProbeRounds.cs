namespace TabletopAgent.Measure;

/// <summary>
/// The semantic gates of a service over time. At each time that probes were recorded, the latest phase so far is judged, each question by
/// its last answer. Few probes can break the gates; it takes enough of them to mend them.
/// </summary>
internal sealed class ProbeRounds(Targets targets)
{
    private readonly Dictionary<(string Id, string? Color, string? Region), ProbeValues> _asked = [];
    private readonly List<double> _deltaS = [], _coverage = [];
    private Phase _phase = Phase.Baseline;
    private int _runs, _convergent, _chaotic;
    private bool _broken;

    /// <param name="probes">Of one service, in order of time, with their UTC ticks. What was asked before the exercise broke anything is no gate.</param>
    public static List<ProbeRound> Of(IEnumerable<(long At, ProbeValues Probe)> probes, Targets targets)
    {
        var state = new ProbeRounds(targets);
        var rounds = new List<ProbeRound>();
        foreach (var (at, probe) in probes)
        {
            if (probe.Probe.Phase == Phase.Baseline) continue;
            state.Take(probe);
            var round = new ProbeRound(at, state.Judge());
            if (rounds.Count > 0 && rounds[^1].At == at) rounds[^1] = round;
            else rounds.Add(round);
        }

        return rounds;
    }

    private void Take(ProbeValues probe)
    {
        if (probe.Probe.Phase < _phase) return;
        if (probe.Probe.Phase > _phase) (_phase, _runs, _convergent, _chaotic) = Fresh(probe.Probe.Phase);
        var key = (probe.Probe.Id, probe.Probe.Color, probe.Probe.Region);
        if (_asked.TryGetValue(key, out var before)) Count(before, -1);
        _asked[key] = probe;
        Count(probe, 1);
    }

    private (Phase, int, int, int) Fresh(Phase phase)
    {
        _asked.Clear();
        _deltaS.Clear();
        _coverage.Clear();
        return (phase, 0, 0, 0);
    }

    private void Count(ProbeValues probe, int by)
    {
        Put(_deltaS, probe.DeltaS.Value, by);
        Put(_coverage, probe.Coverage.Value, by);
        foreach (var state in probe.Lambda.States)
        {
            _runs += by;
            if (state == LambdaState.Convergent) _convergent += by;
            if (state == LambdaState.Chaotic) _chaotic += by;
        }
    }

    /// <summary>Kept sorted, so that the middle is at hand.</summary>
    private static void Put(List<double> sorted, double? value, int by)
    {
        if (value is not { } v) return;
        var at = sorted.BinarySearch(v);
        if (by > 0) sorted.Insert(at < 0 ? ~at : at, v);
        else sorted.RemoveAt(at);
    }

    private bool Judge()
    {
        var fails = Middle(_deltaS) > targets.DeltaSPass || Middle(_coverage) < targets.CoveragePass || _chaotic > 0
            || _runs > 0 && Numbers.Round((double)_convergent / _runs) < targets.ConvergentShare;
        if (fails) _broken = true;
        else if (_asked.Count >= targets.Provisional) _broken = false;
        return _broken;
    }

    private static double? Middle(List<double> sorted) => sorted.Count == 0 ? null
        : Numbers.Round(sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2);
}

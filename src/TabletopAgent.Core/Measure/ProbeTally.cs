using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The probes of a log and the vectors fetched for them, one event at a time. Each probe is read once, and again only when vectors come.</summary>
internal sealed class ProbeTally
{
    private readonly Entries _probes = new(), _vectors = new();
    private readonly Dictionary<Event, Read> _read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (int Version, Targets Targets, List<ProbeRound> Rounds)> _rounds = new(StringComparer.Ordinal);
    private (int Version, Targets Targets, ProbeBoard Board)? _board;
    private (int Version, Vectors Vectors, List<Note> Notes) _found = (-1, Vectors.Of([], []), []);
    private (IReadOnlyList<RightPair> Pairs, Targets Targets, CalibrationReport? Report)? _calibrated;

    private int Version => _probes.Version + _vectors.Version;

    public void Add(Event e) => (e.Type == "vectors" ? _vectors : _probes).Add(e);

    public void Correct(long seq, Corrections corrections)
    {
        _probes.Correct(seq, corrections);
        _vectors.Correct(seq, corrections);
    }

    public ProbeBoard Board(Targets targets)
    {
        if (_board is { } known && known.Version == Version && known.Targets == targets) return known.Board;
        var reads = _probes.Of("probe").Select(Once).ToList();
        var board = ProbeBoard.Of([.. reads.Select(r => r.Probe)], targets, [.. _found.Notes, .. reads.SelectMany(r => r.Notes)], p => Calibrated(p, targets));
        _board = (Version, targets, board);
        return board;
    }

    /// <summary>How the probes of a service, and those that name none, stood over time; the same list until probes come.</summary>
    public IReadOnlyList<ProbeRound> Rounds(string service, Targets targets)
    {
        if (_rounds.TryGetValue(service, out var known) && known.Version == Version && known.Targets == targets) return known.Rounds;
        var rounds = ProbeRounds.Of(Of(service, targets), Board(targets).Bars ?? targets);
        _rounds[service] = (Version, targets, rounds);
        return rounds;
    }

    /// <summary>As the board has them: of a phase only the values of one kind and model count, for others never meet them in a median.</summary>
    private List<(long At, ProbeValues Probe)> Of(string service, Targets targets)
    {
        var probes = new List<(long At, ProbeValues Probe)>();
        foreach (var e in _probes.Of("probe"))
            if (e.At is { } at && (e.Service is null || e.Service == service)) probes.Add((at.UtcTicks, ProbeValues.Of(Once(e).Probe, targets)));
        var gating = probes.GroupBy(p => p.Probe.Probe.Phase).ToDictionary(g => g.Key, g => DeltaSBatch.Gating(g.Select(p => p.Probe.DeltaS)));
        return [.. probes.Select(p => p.Probe.DeltaS is { AnyModel: false } ds && (ds.Kind, ds.Model) != gating[p.Probe.Probe.Phase]
            ? (p.At, p.Probe with { DeltaS = ds with { Value = null } }) : p)];
    }

    private Read Once(Event e)
    {
        if (_found.Version != _vectors.Version)
        {
            var notes = new List<Note>();
            _found = (_vectors.Version, Vectors.Of(_vectors.Of("vectors"), notes), notes);
        }

        if (_read.TryGetValue(e, out var read) && read.Version == _vectors.Version) return read;
        var said = new List<Note>();
        return _read[e] = new Read(_vectors.Version, ProbeReader.Read(e, said, vectors: _found.Vectors), said);
    }

    /// <summary>Many pairs cost their square, and most probes that come ask what was asked before.</summary>
    private CalibrationReport? Calibrated(IReadOnlyList<Probe> probes, Targets targets)
    {
        // Fewer questions than it takes make no pairs, and need no vectors either.
        if (probes.Where(p => p.Answerable).DistinctBy(p => p.Id).Count() < targets.CalibrateProbes) return null;
        var pairs = RightPair.Of(probes);
        if (_calibrated is { } known && known.Targets == targets && known.Pairs.SequenceEqual(pairs, ReferenceEqualityComparer.Instance)) return known.Report;
        var report = pairs.Count < targets.CalibrateProbes ? null : Calibration.Of(pairs, targets);
        _calibrated = (pairs, targets, report);
        return report;
    }

    /// <param name="Version">Of the vectors it was read with.</param>
    private sealed record Read(int Version, Probe Probe, IReadOnlyList<Note> Notes);
}

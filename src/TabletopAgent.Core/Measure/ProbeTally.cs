using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The probes of a log and the vectors fetched for them, one event at a time.</summary>
internal sealed class ProbeTally
{
    private readonly Entries _events = new();
    private readonly Dictionary<string, (int Version, Targets Targets, List<ProbeRound> Rounds)> _rounds = new(StringComparer.Ordinal);
    private (int Version, Targets Targets, ProbeBoard Board)? _board;

    public void Add(Event e) => _events.Add(e);

    public void Correct(long seq, Corrections corrections) => _events.Correct(seq, corrections);

    public ProbeBoard Board(Targets targets)
    {
        if (_board is { } known && known.Version == _events.Version && known.Targets == targets) return known.Board;
        var board = ProbeBoard.Of([.. _events.Of("probe"), .. _events.Of("vectors")], targets);
        _board = (_events.Version, targets, board);
        return board;
    }

    /// <summary>How the probes of a service, and those that name none, stood over time; the same list until probes come.</summary>
    public IReadOnlyList<ProbeRound> Rounds(string service, Targets targets)
    {
        if (_rounds.TryGetValue(service, out var known) && known.Version == _events.Version && known.Targets == targets) return known.Rounds;
        var rounds = ProbeRounds.Of(Of(service, targets), Board(targets).Bars ?? targets);
        _rounds[service] = (_events.Version, targets, rounds);
        return rounds;
    }

    /// <summary>As the board has them: of a phase only the values of one kind and model count, for others never meet them in a median.</summary>
    private List<(long At, ProbeValues Probe)> Of(string service, Targets targets)
    {
        var vectors = Vectors.Of(_events.Of("vectors"), []);
        var probes = new List<(long At, ProbeValues Probe)>();
        foreach (var e in _events.Of("probe"))
            if (e.At is { } at && (e.Service is null || e.Service == service)) probes.Add((at.UtcTicks, ProbeValues.Of(ProbeReader.Read(e, [], vectors: vectors), targets)));
        var gating = probes.GroupBy(p => p.Probe.Probe.Phase).ToDictionary(g => g.Key, g => DeltaSBatch.Gating(g.Select(p => p.Probe.DeltaS)));
        return [.. probes.Select(p => p.Probe.DeltaS is { AnyModel: false } ds && (ds.Kind, ds.Model) != gating[p.Probe.Probe.Phase]
            ? (p.At, p.Probe with { DeltaS = ds with { Value = null } }) : p)];
    }
}

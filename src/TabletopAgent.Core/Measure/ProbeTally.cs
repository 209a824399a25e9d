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
        var rounds = ProbeRounds.Of(Of(service, targets), targets);
        _rounds[service] = (_events.Version, targets, rounds);
        return rounds;
    }

    private IEnumerable<(long At, ProbeValues Probe)> Of(string service, Targets targets)
    {
        foreach (var e in _events.Of("probe"))
            if (e.At is { } at && (e.Service is null || e.Service == service)) yield return (at.UtcTicks, ProbeValues.Of(ProbeReader.Read(e, []), targets));
    }
}

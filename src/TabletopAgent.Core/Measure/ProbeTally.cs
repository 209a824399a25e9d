using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The probes of a log and the vectors fetched for them, one event at a time.</summary>
internal sealed class ProbeTally
{
    private readonly Entries _events = new();
    private (int Version, Targets Targets, ProbeBoard Board)? _board;

    public int Version => _events.Version;

    public void Add(Event e) => _events.Add(e);

    public void Correct(long seq, Corrections corrections) => _events.Correct(seq, corrections);

    public ProbeBoard Board(Targets targets)
    {
        if (_board is { } known && known.Version == Version && known.Targets == targets) return known.Board;
        var board = ProbeBoard.Of([.. _events.Of("probe"), .. _events.Of("vectors")], targets);
        _board = (Version, targets, board);
        return board;
    }

    /// <summary>The probes of a service, and those of none, in order of time.</summary>
    public IEnumerable<(long At, ProbeValues Probe)> Of(string service, Targets targets)
    {
        foreach (var e in _events.Of("probe"))
            if (e.At is { } at && (e.Service is null || e.Service == service)) yield return (at.UtcTicks, ProbeValues.Of(ProbeReader.Read(e, []), targets));
    }
}

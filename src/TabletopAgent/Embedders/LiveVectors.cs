using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Embedders;

/// <summary>Vectors for an exercise as it happens: they go into the log before the probes they are for, so that whoever grades it later asks nobody.</summary>
internal sealed class LiveVectors
{
    private readonly Outside _outside;
    private readonly List<string> _texts = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    /// <param name="log">What was recorded before, perhaps without vectors or with those of another embedder.</param>
    public LiveVectors(Outside outside, IReadOnlyList<Event> log)
    {
        _outside = outside;
        var recorded = Vectors.Of(log, []);
        foreach (var text in log.Where(e => e.Type == "probe").SelectMany(Vectors.Wanted))
        {
            _texts.Add(text);
            if (recorded.Find(outside.Model, text) is not null) _kept.Add(text);
        }
    }

    /// <summary>The <c>vectors</c> events to append before these.</summary>
    /// <remarks>Once some are in the log all texts need theirs, those of earlier probes too; what did not come is asked for again.</remarks>
    public async Task<IReadOnlyList<Event>> BeforeAsync(IReadOnlyList<Event> events, List<Note> notes)
    {
        var now = events.Where(e => e.Type == "probe").SelectMany(Vectors.Wanted).ToList();
        if (now.Count == 0) return [];
        _texts.AddRange(now);
        var wanted = _texts.Distinct(StringComparer.Ordinal).Where(t => !_kept.Contains(t)).ToList();
        var found = await _outside.FetchAsync(wanted, notes, CancellationToken.None).ConfigureAwait(false);
        _kept.UnionWith(found.Keys);
        return [.. wanted.Select(t => VectorEvent.Of(Vectors.Hash(t), _outside.Identity, found.GetValueOrDefault(t)) with { At = events[0].At })];
    }
}

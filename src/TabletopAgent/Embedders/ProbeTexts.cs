using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Embedders;

/// <summary>The texts of a log that vectors are wanted for, collected one event at a time.</summary>
internal sealed class ProbeTexts
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private bool _settled;

    /// <summary>In the order they came; none where the log holds vectors, for then it says itself which embedder counts.</summary>
    public IReadOnlyCollection<string> Wanted => _settled ? [] : _texts;

    public void Add(Event e)
    {
        if (e.Type == "vectors") _settled = true;
        else if (e.Type == "probe" && !_settled) _texts.UnionWith(Vectors.Wanted(e));
    }
}

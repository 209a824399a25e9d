using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Diagnose;

/// <summary>
/// The events a diagnosis rests on. Of samples, errors, safety probes and checks that tell the same only the earliest is kept, so that it
/// costs the same after ten events and after a million.
/// </summary>
internal sealed class CaseEvents(Targets targets)
{
    /// <summary>Events remembered whole, should the first line come late or a line be corrected; a longer log is judged as it streams.</summary>
    private const int Remembered = 20_000;

    /// <summary>The same once a log has proved longer: few enough to be gone before the collector takes them for lasting.</summary>
    private const int RememberedThen = 2_000;

    private static readonly HashSet<string> Told = new(StringComparer.Ordinal) { "sli", "error", "safety", "check" };
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "exercise", "symptom", "inject", "writes", "probe" };

    private readonly List<Event> _whole = [];
    private readonly List<Event> _seen = [];
    private readonly Dictionary<ulong, Event> _first = [];
    private Cuts? _cuts;
    private Ratios _ratios = new(null);
    private int _offered;
    private bool _forgot;

    /// <summary>Grows when a diagnosis may come out otherwise.</summary>
    public int Version { get; private set; }

    /// <param name="load">Asked for once there is more to remember than one should.</param>
    public void Add(Event e, Func<KnowledgeBase> load)
    {
        if (Whole.Contains(e.Type))
        {
            _whole.Add(e.Alone());
            Version++;
            if (e.Type == "exercise") Again();
        }
        else if (Told.Contains(e.Type))
        {
            _seen.Add(e);
            if (_seen.Count < (_forgot ? RememberedThen : Remembered)) return;
            Settle(load());
            _seen.Clear();
            (_offered, _forgot) = (0, true);
        }
    }

    public void Correct(long seq, Corrections corrections)
    {
        for (var i = 0; i < _whole.Count; i++)
            if (_whole[i].Seq == seq) _whole[i] = corrections.Apply(_whole[i]);
        Version++;
        var found = false;
        for (var i = 0; i < _seen.Count; i++)
            if (_seen[i].Seq == seq) (_seen[i], found) = (corrections.Apply(_seen[i]), true);
        foreach (var (told, e) in _first.Where(f => f.Value.Seq == seq).ToList()) (_first[told], found) = (corrections.Apply(e), true);
        if (found) Again();
    }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Event> Telling(KnowledgeBase knowledge)
    {
        Settle(knowledge);
        return Entries.Sorted(_whole.Concat(_first.Values));
    }

    /// <summary>Takes in what was seen since the last time.</summary>
    public void Settle(KnowledgeBase knowledge)
    {
        // A brief has nothing to cut, and its reader waits.
        if (_offered == _seen.Count) return;
        _cuts ??= Cuts.Of(knowledge, targets);
        for (; _offered < _seen.Count; _offered++) Offer(_seen[_offered]);
    }

    private void Offer(Event e)
    {
        var told = _cuts!.Of(e, e.Type == "sli" ? _ratios.Of(e) : default);
        if (_first.TryGetValue(told, out var first) && Entries.InTime(first, e) <= 0) return;
        _first[told] = e.Alone();
        Version++;
    }

    /// <summary>Everything that is remembered is looked at anew.</summary>
    private void Again()
    {
        _ratios = new Ratios(Entries.Sorted(_whole.Where(e => e.Type == "exercise")).FirstOrDefault());
        var kept = _forgot ? _first.Values.ToList() : [];
        _first.Clear();
        if (_cuts is not null) kept.ForEach(Offer);
        _offered = 0;
    }
}

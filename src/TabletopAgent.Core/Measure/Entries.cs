using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>What people did and wrote down, by type and in order of time, whatever order it came in.</summary>
internal sealed class Entries
{
    private readonly Dictionary<string, (List<Event> Events, bool Sorted)> _byType = new(StringComparer.Ordinal);

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Grows with every correction.</summary>
    public int Corrected { get; private set; }

    public IReadOnlyList<Event> Of(string type)
    {
        if (!_byType.TryGetValue(type, out var entry)) return [];
        if (!entry.Sorted)
        {
            _byType[type] = entry = (Sorted(entry.Events), true);
        }

        return entry.Events;
    }

    public void Add(Event e)
    {
        Version++;
        if (!_byType.TryGetValue(e.Type, out var entry)) _byType[e.Type] = entry = ([], true);
        var sorted = entry.Sorted && (entry.Events.Count == 0 || InTime(entry.Events[^1], e) <= 0);
        entry.Events.Add(e);
        if (sorted != entry.Sorted) _byType[e.Type] = entry with { Sorted = sorted };
    }

    /// <summary>Lays corrections over the entries with this number.</summary>
    public void Correct(long seq, Corrections corrections)
    {
        foreach (var (events, _) in _byType.Values)
            for (var i = 0; i < events.Count; i++)
                if (events[i].Seq == seq) events[i] = corrections.Apply(events[i]);
        Version++;
        Corrected++;
    }

    /// <summary>By time, then number in the log, then line. What has no time comes last and keeps its place, so sort stably.</summary>
    public static int InTime(Event a, Event b)
    {
        var order = (a.At ?? DateTimeOffset.MaxValue).CompareTo(b.At ?? DateTimeOffset.MaxValue);
        if (order == 0) order = (a.Seq ?? long.MaxValue).CompareTo(b.Seq ?? long.MaxValue);
        if (order != 0 || a.At is null) return order;
        return a.Place.Line != b.Place.Line ? a.Place.Line.CompareTo(b.Place.Line) : string.CompareOrdinal(a.Place.File, b.Place.File);
    }

    /// <summary>In order of time, stably.</summary>
    public static List<Event> Sorted(IEnumerable<Event> events) => [.. events.Order(Comparer<Event>.Create(InTime))];
}

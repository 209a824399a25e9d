using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>One sli event, typed and small: a log may hold millions. NaN is "not recorded".</summary>
/// <param name="At">UTC ticks.</param>
/// <param name="Key">Which service, region and cache prefix, as <see cref="Samples.Keys"/> numbers them.</param>
internal readonly record struct Sample(
    long At, int Key, bool? Ok, double P95WarmMs, double Count, double CacheHitPct, double StaleHitPct, double ErrorPct, long Seq, Place Place);

/// <summary>Where a sample was taken. Null where the event does not say.</summary>
internal sealed record SampleKey(string? Service, string? Region, string? Prefix);

/// <summary>All samples of a log in order of time, whatever order they came in.</summary>
internal sealed class Samples
{
    private readonly Dictionary<SampleKey, int> _numbers = [];
    private readonly List<SampleKey> _keys = [];
    private readonly SampleRows _rows = new();
    private bool _sorted = true;

    /// <summary>Grows when anything but a later sample comes: what was worked out of the samples is old then.</summary>
    public int Epoch { get; private set; }

    public IReadOnlyList<SampleKey> Keys => _keys;

    /// <summary>In order of time.</summary>
    public SampleRows Rows
    {
        get
        {
            if (!_sorted) _rows.Sort();
            _sorted = true;
            return _rows;
        }
    }

    public void Add(Event e)
    {
        if (e.At is not { } at) return;
        var row = Row(e, at.UtcTicks);
        if (_rows.Count > 0 && SampleRows.InTime(_rows[^1], row) > 0)
        {
            _sorted = false;
            Epoch++;
        }

        _rows.Add(row);
    }

    /// <summary>Lays corrections over the samples with this number.</summary>
    public void Correct(long seq, Corrections corrections)
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            if (row.Seq != seq) continue;
            _rows[i] = Row(corrections.Apply(Event(row)), row.At);
            Epoch++;
        }
    }

    private Sample Row(Event e, long at) => new(
        at, Number(new SampleKey(e.Service, e.Region, e.Text("cache_prefix"))), e.Flag("ok"), Read(e, "p95_warm_ms"), Read(e, "samples"), Read(e, "cache_hit_pct"),
        Read(e, "stale_hit_pct"), Read(e, "error_pct"), e.Seq ?? -1, e.Place);

    /// <summary>A sample as it stood in the log, as far as it is measured.</summary>
    private Event Event(Sample s)
    {
        var key = _keys[s.Key];
        return Exercises.Event.Of(
            "sli", s.Place, ("service", key.Service), ("region", key.Region), ("cache_prefix", key.Prefix), ("ok", s.Ok), ("p95_warm_ms", Known(s.P95WarmMs)),
            ("samples", Known(s.Count)), ("cache_hit_pct", Known(s.CacheHitPct)), ("stale_hit_pct", Known(s.StaleHitPct)), ("error_pct", Known(s.ErrorPct))) with { Seq = s.Seq };

        static object? Known(double value) => double.IsNaN(value) ? null : value;
    }

    private int Number(SampleKey key)
    {
        if (_numbers.TryGetValue(key, out var number)) return number;
        _numbers[key] = _keys.Count;
        _keys.Add(key);
        return _keys.Count - 1;
    }

    private static double Read(Event e, string field) => e.Number(field) ?? double.NaN;
}

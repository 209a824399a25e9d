using System.Collections;

namespace TabletopAgent.Measure;

/// <summary>Samples in 40 bytes each: a log of a gigabyte holds millions, and all are kept until the last is read.</summary>
internal sealed class SampleRows : IReadOnlyList<Sample>
{
    private readonly Dictionary<Origin, int> _numbers = [];
    private readonly List<Origin> _origins = [];
    private readonly Figures _figures = new();
    private Portions<Row> _rows = new();

    public int Count => _rows.Count;

    public Sample this[int index]
    {
        get => Of(_rows[index]);
        set => _rows[index] = Packed(value);
    }

    public void Add(in Sample sample) => _rows.Add(Packed(sample));

    public long At(int index) => _rows[index].At;

    /// <summary>By time, then number in the log, then line; what is the same in all of them keeps its place.</summary>
    public void Sort()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => InTime(this[a], this[b]) is var by and not 0 ? by : a.CompareTo(b));
        var sorted = new Portions<Row>();
        foreach (var i in order) sorted.Add(_rows[i]);
        _rows = sorted;
    }

    public static int InTime(in Sample a, in Sample b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Seq != b.Seq ? a.Seq.CompareTo(b.Seq) : a.Place.Line.CompareTo(b.Place.Line);

    public IEnumerator<Sample> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Row Packed(in Sample s)
    {
        // In a chained log a number and its line go together.
        var origin = new Origin(s.Place.File, s.Seq < 0, s.Seq < 0 ? 0 : s.Seq - s.Place.Line);
        if (!_numbers.TryGetValue(origin, out var number))
        {
            number = _numbers[origin] = _origins.Count;
            _origins.Add(origin);
        }

        return new Row(
            s.At, s.Place.Line, number, s.Key << 2 | (s.Ok is { } ok ? ok ? 1 : 2 : 0), _figures.Pack(s.P95WarmMs), _figures.Pack(s.Count), _figures.Pack(s.CacheHitPct),
            _figures.Pack(s.StaleHitPct), _figures.Pack(s.ErrorPct));
    }

    private Sample Of(in Row r)
    {
        var origin = _origins[r.Origin];
        return new Sample(
            r.At, r.KeyAndOk >> 2, (r.KeyAndOk & 3) switch { 0 => null, var ok => ok == 1 }, _figures.Of(r.P95WarmMs), _figures.Of(r.Count), _figures.Of(r.CacheHitPct),
            _figures.Of(r.StaleHitPct), _figures.Of(r.ErrorPct), origin.Unnumbered ? -1 : r.Line + origin.Ahead, new Place(origin.File, r.Line));
    }

    /// <summary>Where a row comes from, and how far its number in the log is ahead of its line.</summary>
    private readonly record struct Origin(string File, bool Unnumbered, long Ahead);

    private readonly record struct Row(long At, int Line, int Origin, int KeyAndOk, int P95WarmMs, int Count, int CacheHitPct, int StaleHitPct, int ErrorPct);
}

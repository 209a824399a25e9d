namespace TabletopAgent.Measure;

/// <summary>A list of small things that grows in portions: nothing is copied as it grows, and no half of it stays empty.</summary>
internal sealed class Portions<T>
    where T : struct
{
    private const int Shift = 14, Full = 1 << Shift, First = 16;

    private readonly List<T[]> _portions = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _portions[index >> Shift][index & (Full - 1)];

    public void Add(T item)
    {
        var (portion, at) = (Count >> Shift, Count & (Full - 1));
        // Most logs are short, so the first portion grows as any list does.
        if (portion == _portions.Count) _portions.Add(new T[portion == 0 ? First : Full]);
        else if (at == _portions[portion].Length)
        {
            var grown = _portions[portion];
            Array.Resize(ref grown, 2 * at);
            _portions[portion] = grown;
        }

        _portions[portion][at] = item;
        Count++;
    }

    /// <summary>Forgets the last.</summary>
    public void Drop(int last) => Count -= last;
}

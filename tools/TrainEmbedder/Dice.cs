namespace TrainEmbedder;

/// <summary>Random numbers that are the same on every machine and in every version of .NET (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9e3779b97f4a7c15UL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebUL;
        return z ^ (z >> 31);
    }

    public int Below(int n) => (int)(((Next() >> 32) * (ulong)n) >> 32);

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Nearly normal: the sum of twelve, which needs no logarithm.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++) sum += Unit();
        return sum;
    }

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

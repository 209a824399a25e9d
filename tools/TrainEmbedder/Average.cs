namespace TrainEmbedder;

/// <summary>The mean of what a table was at several times: steadier than what it is at any one.</summary>
internal sealed class Average
{
    private readonly List<float[]> _sums = [];
    private int _count;

    public void Add(params float[][] values)
    {
        if (_count++ == 0) _sums.AddRange(values.Select(v => new float[v.Length]));
        for (var i = 0; i < values.Length; i++)
            for (var j = 0; j < values[i].Length; j++) _sums[i][j] += values[i][j];
    }

    public void CopyTo(params float[][] values)
    {
        for (var i = 0; i < values.Length; i++)
            for (var j = 0; j < values[i].Length; j++) values[i][j] = _sums[i][j] / _count;
    }
}

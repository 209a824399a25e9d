namespace TrainEmbedder;

/// <summary>A batch of texts: from words to unit vectors, and back from the gradients of those to rows and weights.</summary>
internal sealed class Texts
{
    private const int Block = 16, LastPlace = 1024;

    private readonly Table _table;
    private readonly ParallelOptions _threads;
    private readonly int[] _slotOfKind;
    private readonly List<int> _kinds = [], _slots = [], _start = [0];
    private readonly List<float> _counts = [];
    private float[] _composed = [], _lengths = [];

    public Texts(Table table, ParallelOptions threads)
    {
        (_table, _threads) = (table, threads);
        _slotOfKind = new int[2 * table.Words];
        Array.Fill(_slotOfKind, -1);
    }

    public int Count => _start.Count - 1;

    /// <summary>Unit vectors, one after the other.</summary>
    public float[] Units { get; private set; } = [];

    /// <summary>For a loss to fill: how it changes with each of <see cref="Units"/>.</summary>
    public float[] Gradients { get; private set; } = [];

    public Span<float> Unit(int text) => Units.AsSpan(text * Recipe.Dim, Recipe.Dim);

    public Span<float> Gradient(int text) => Gradients.AsSpan(text * Recipe.Dim, Recipe.Dim);

    public void Clear()
    {
        foreach (var kind in _kinds) _slotOfKind[kind] = -1;
        _kinds.Clear();
        _slots.Clear();
        _counts.Clear();
        _start.Clear();
        _start.Add(0);
    }

    /// <summary>Some words are left out, some heard as if they were unknown: nothing may hang on one word.</summary>
    public void Add(ReadOnlySpan<int> words, Dice dice, double drop)
    {
        foreach (var word in words)
            if (dice.Unit() >= drop) Add(dice.Unit() < Recipe.Unheard ? word + _table.Words : word);
        if (_slots.Count == _start[^1] && words.Length > 0) Add(words[0]);
        _start.Add(_slots.Count);
    }

    private void Add(int kind)
    {
        if (_slotOfKind[kind] < 0)
        {
            _slotOfKind[kind] = _kinds.Count;
            _kinds.Add(kind);
        }

        // As the embedder counts places.
        _counts.Add(Recipe.Half / (float)(Recipe.Half + Math.Min(_slots.Count - _start[^1], LastPlace)));
        _slots.Add(_slotOfKind[kind]);
    }

    public void Forward()
    {
        if (_composed.Length < _kinds.Count * Recipe.Dim) _composed = new float[_kinds.Count * Recipe.Dim * 5 / 4];
        if (Units.Length < Count * Recipe.Dim) (Units, Gradients, _lengths) = (new float[Count * Recipe.Dim], new float[Count * Recipe.Dim], new float[Count]);
        Blocks(_kinds.Count, k => _table.Compose(_kinds[k], _composed.AsSpan(k * Recipe.Dim, Recipe.Dim)));
        Blocks(Count, t =>
        {
            var unit = Unit(t);
            unit.Clear();
            for (var i = _start[t]; i < _start[t + 1]; i++)
                Matrix.Add(unit, _counts[i] * _table.Weight(_kinds[_slots[i]]), _composed.AsSpan(_slots[i] * Recipe.Dim, Recipe.Dim));
            _lengths[t] = MathF.Sqrt(Matrix.Dot(unit, unit));
            if (_lengths[t] > 0) Matrix.Scale(unit, 1 / _lengths[t]);
        });
    }

    public void Backward(double rate, double weightRate)
    {
        // What lies along the vector only makes it longer, which its length of one takes back.
        Blocks(Count, t =>
        {
            var gradient = Gradient(t);
            Matrix.Add(gradient, -Matrix.Dot(Unit(t), gradient), Unit(t));
            Matrix.Scale(gradient, _lengths[t] > 0 ? 1 / _lengths[t] : 0);
        });

        // By kind, the places where it stands, in order.
        var begin = new int[_kinds.Count + 1];
        foreach (var slot in _slots) begin[slot + 1]++;
        for (var k = 0; k < _kinds.Count; k++) begin[k + 1] += begin[k];
        var (text, place, at) = (new int[_slots.Count], new int[_slots.Count], (int[])begin.Clone());
        for (var t = 0; t < Count; t++)
            for (var i = _start[t]; i < _start[t + 1]; i++)
            {
                var next = at[_slots[i]]++;
                (text[next], place[next]) = (t, i);
            }

        var gradients = new float[_kinds.Count * Recipe.Dim];
        var weightGradients = new float[_kinds.Count];
        Blocks(_kinds.Count, k =>
        {
            var sum = gradients.AsSpan(k * Recipe.Dim, Recipe.Dim);
            for (var i = begin[k]; i < begin[k + 1]; i++) Matrix.Add(sum, _counts[place[i]], Gradient(text[i]));
            Matrix.Scale(sum, _table.Weight(_kinds[k]));
            weightGradients[k] = Matrix.Dot(sum, _composed.AsSpan(k * Recipe.Dim, Recipe.Dim));
        });
        _table.Step(_kinds, gradients, weightGradients, rate, weightRate);
    }

    private void Blocks(int count, Action<int> act) => Parallel.For(0, (count + Block - 1) / Block, _threads, b =>
    {
        for (var i = b * Block; i < Math.Min(count, (b + 1) * Block); i++) act(i);
    });
}

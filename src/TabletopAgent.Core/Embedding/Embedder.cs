using System.Numerics;
using System.Runtime.InteropServices;

namespace TabletopAgent.Embedding;

/// <summary>
/// The built-in embedder: a text is the weighted sum of the vectors of its words. The sum is of whole numbers, which no order, thread or
/// processor changes; only the last step, to length one, is in floating point, one operation after the other.
/// </summary>
internal sealed class Embedder
{
    /// <summary>So many rows fit in 32 bits: 4,096 × 7 × 65,535 is below 2³¹.</summary>
    private const int MostInOneSum = 4096;

    /// <summary>From here on all words count the same.</summary>
    private const int LastPlace = 1024;

    private static readonly Lazy<Embedder> s_shared = new(() => Load(Path.Combine(AppContext.BaseDirectory, "embedding", "builtin.model")));

    private readonly ModelFile _model;
    private readonly int[] _slots;
    private readonly int _words;

    private Embedder(ModelFile model)
    {
        _model = model;
        var keys = Keys;
        _words = keys.Length;
        // Half empty, so that a search is short. A slot holds the word's number plus one.
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys.Length, 1) * 2)];
        for (var i = 0; i < keys.Length; i++)
        {
            var at = (int)keys[i] & (_slots.Length - 1);
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = i + 1;
        }
    }

    /// <summary>The one that travels with the program, loaded when first asked for.</summary>
    public static Embedder Shared => s_shared.Value;

    public string Name => $"tabletop-static-{Dim}";

    /// <summary>Of the model file: another file has another one.</summary>
    public string Rev => _model.Rev;

    public int Dim => _model.Sizes.Dim;

    private ReadOnlySpan<ulong> Keys => MemoryMarshal.Cast<byte, ulong>(_model.Keys.Span);

    /// <exception cref="InvalidDataException">The file is no model, or torn.</exception>
    public static Embedder Load(string path)
    {
        using var file = File.OpenHandle(path);
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(RandomAccess.GetLength(file), Array.MaxLength));
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(file, bytes.AsSpan(read), read);
            if (more == 0) throw new InvalidDataException("the model of the built-in embedder became shorter while it was read");
            read += more;
        }

        return new Embedder(ModelFile.Of(bytes));
    }

    /// <summary>A vector of length one; all zeros where the text has no words.</summary>
    public float[] Embed(string text)
    {
        var vector = new float[Dim];
        Embed(text, vector);
        return vector;
    }

    /// <param name="into">Takes <see cref="Dim"/> numbers.</param>
    public void Embed(ReadOnlySpan<char> text, Span<float> into)
    {
        Span<int> sum = stackalloc int[Dim];
        Span<long> total = stackalloc long[Dim];
        Span<int> parts = stackalloc int[WordKeys.MostParts];
        sum.Clear();
        total.Clear();
        var shares = MemoryMarshal.Cast<byte, int>(_model.Shares.Span);
        var scales = MemoryMarshal.Cast<byte, ushort>(_model.Scales.Span);
        var keys = Keys;
        var (summed, place) = (0, 0);
        var tokens = new Tokens(text, stackalloc char[Tokens.Longest]);
        while (tokens.MoveNext())
        {
            // In 65,536ths. Whole numbers again, so that every machine cuts off the same.
            var counts = 65536L * _model.Sizes.Half / (_model.Sizes.Half + Math.Min(place++, LastPlace));
            if (Find(keys, WordKeys.Of(tokens.Current)) is >= 0 and var word)
            {
                Add(word, (int)((scales[word] * counts) >> 16), sum);
                summed++;
            }
            else
            {
                var count = WordKeys.Parts(tokens.Current, _model.Sizes.Buckets, parts);
                foreach (var part in parts[..count]) Add(_words + part, (int)((scales[_words + part] * ((shares[count] * counts) >> 16)) >> 16), sum);
                summed += count;
            }

            if (summed > MostInOneSum - WordKeys.MostParts) summed = Carry(sum, total);
        }

        Carry(sum, total);
        ToLengthOne(total, _model.Sizes.Common, into[..Dim]);
    }

    private int Find(ReadOnlySpan<ulong> keys, ulong key)
    {
        for (var at = (int)key & (_slots.Length - 1); ; at = (at + 1) & (_slots.Length - 1))
        {
            var word = _slots[at] - 1;
            if (word < 0 || keys[word] == key) return word;
        }
    }

    private void Add(int row, int scale, Span<int> sum)
    {
        var half = Dim / 2;
        var pairs = MemoryMarshal.Cast<byte, sbyte>(_model.Rows.Span.Slice(row * half, half));
        for (var i = 0; i < half; i += Vector<sbyte>.Count)
        {
            var both = new Vector<sbyte>(pairs[i..]);
            Add(Vector.ShiftRightArithmetic(Vector.ShiftLeft(both, 4), 4), scale, sum.Slice(i, Vector<sbyte>.Count));
            Add(Vector.ShiftRightArithmetic(both, 4), scale, sum.Slice(half + i, Vector<sbyte>.Count));
        }
    }

    private static void Add(Vector<sbyte> steps, int scale, Span<int> sum)
    {
        var (by, lanes) = (new Vector<int>(scale), Vector<int>.Count);
        Vector.Widen(steps, out var low, out var high);
        Vector.Widen(low, out var a, out var b);
        Vector.Widen(high, out var c, out var d);
        (new Vector<int>(sum) + (a * by)).CopyTo(sum);
        (new Vector<int>(sum[lanes..]) + (b * by)).CopyTo(sum[lanes..]);
        (new Vector<int>(sum[(2 * lanes)..]) + (c * by)).CopyTo(sum[(2 * lanes)..]);
        (new Vector<int>(sum[(3 * lanes)..]) + (d * by)).CopyTo(sum[(3 * lanes)..]);
    }

    /// <returns>0, the number of rows in the emptied sum.</returns>
    private static int Carry(Span<int> sum, Span<long> total)
    {
        for (var i = 0; i < sum.Length; i++) total[i] += sum[i];
        sum.Clear();
        return 0;
    }

    private static void ToLengthOne(ReadOnlySpan<long> total, int common, Span<float> into)
    {
        double a = 0, b = 0, c = 0, d = 0;
        for (var i = 0; i < total.Length; i += 4)
        {
            double w = total[i], x = total[i + 1], y = total[i + 2], z = total[i + 3];
            a += w * w;
            b += x * x;
            c += y * y;
            d += z * z;
        }

        var own = a + b + (c + d);
        if (own == 0)
        {
            into.Clear();
            return;
        }

        // No row has a first number; it is what all vectors share.
        var shared = common / 1e6;
        var length = Math.Sqrt(own) * Math.Sqrt(1 + shared);
        for (var i = 0; i < total.Length; i++) into[i] = (float)(total[i] / length);
        into[0] = (float)(Math.Sqrt(shared) / Math.Sqrt(1 + shared));
    }
}

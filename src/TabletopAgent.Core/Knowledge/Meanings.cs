using System.Numerics;
using System.Runtime.InteropServices;
using TabletopAgent.Embedding;
using TabletopAgent.Text;

namespace TabletopAgent.Knowledge;

/// <summary>
/// What each line of our own pages means, for texts that share no word with it. Foreign pages are left to their words: their lines
/// repeat from page to page, and nearness to them was measured to say nothing.
/// </summary>
internal sealed class Meanings
{
    private const int FewestLetters = 4;

    private readonly int[] _owners;
    private readonly float[] _scales;
    private readonly sbyte[] _rows;

    private Meanings(int[] owners, float[] scales, sbyte[] rows) => (_owners, _scales, _rows) = (owners, scales, rows);

    public static Meanings Of(IReadOnlyList<OpenPage> pages)
    {
        var lines = pages.SelectMany((page, p) => page.Page.Ours ? page.Units.Where(u => u.Text.Length >= FewestLetters).Select(u => (u.Text, Owner: p)) : []).ToList();
        if (lines.Count == 0) return new Meanings([], [], []);
        var embedder = Embedder.Shared;
        var (scales, rows) = (new float[lines.Count], new sbyte[lines.Count * embedder.Dim]);
        Parallel.For(0, lines.Count, i => scales[i] = Steps(embedder.Embed(lines[i].Text), rows.AsSpan(i * embedder.Dim, embedder.Dim)));
        return new Meanings([.. lines.Select(l => l.Owner)], scales, rows);
    }

    /// <param name="pages">How many there are.</param>
    /// <returns>Per page the cosine of the text with the line that is nearest to it, 0–1.</returns>
    public double[] Nearest(string text, int pages)
    {
        var nearest = new double[pages];
        if (_owners.Length == 0) return nearest;
        var embedder = Embedder.Shared;
        Span<sbyte> asked = stackalloc sbyte[embedder.Dim];
        var scale = Steps(embedder.Embed(text), asked);
        for (var i = 0; i < _owners.Length; i++)
        {
            var cosine = (double)scale * _scales[i] * Dot(asked, _rows.AsSpan(i * asked.Length, asked.Length));
            if (cosine > nearest[_owners[i]]) nearest[_owners[i]] = Math.Min(cosine, 1);
        }

        return nearest;
    }

    /// <summary>A vector in whole numbers of −127 to 127, whose sums no order of additions changes.</summary>
    /// <returns>What one step is worth.</returns>
    private static float Steps(ReadOnlySpan<float> vector, Span<sbyte> into)
    {
        var most = 0f;
        foreach (var value in vector) most = Math.Max(most, Math.Abs(value));
        into.Clear();
        if (most == 0) return 0;
        var scale = most / 127;
        for (var i = 0; i < vector.Length; i++) into[i] = (sbyte)Math.Round(vector[i] / scale);
        return scale;
    }

    private static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector<int>.Zero;
        var left = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(a);
        var right = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(b);
        for (var i = 0; i < left.Length; i++)
        {
            Vector.Widen(left[i], out var leftLow, out var leftHigh);
            Vector.Widen(right[i], out var rightLow, out var rightHigh);
            // A product of at most 127² fits into 16 bits.
            Vector.Widen(leftLow * rightLow, out var c, out var d);
            Vector.Widen(leftHigh * rightHigh, out var e, out var f);
            sum += c + d + e + f;
        }

        return Vector.Sum(sum);
    }

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _owners);
        Blobs.Write(to, _scales);
        Blobs.Write(to, _rows);
    }

    public static Meanings Read(BinaryReader from) => new(Blobs.Ints(from), Blobs.Floats(from), Blobs.Bytes(from));
}

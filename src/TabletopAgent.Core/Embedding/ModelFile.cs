using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TabletopAgent.Embedding;

/// <summary>The sizes of a model.</summary>
/// <param name="Dim">Numbers in a vector, a multiple of 128. The first is the same in all vectors: see <paramref name="Common"/>.</param>
/// <param name="Buckets">Rows that parts of words share.</param>
/// <param name="Half">A word after so many others counts half as much as the first: the beginning says what a text is about.</param>
/// <param name="Common">What all vectors have in common, in millionths of what they have of their own. It sets how far apart strangers are.</param>
internal readonly record struct ModelSizes(int Dim, int Buckets, int Half, int Common);

/// <summary>
/// The model as it lies on disk, little-endian: a mark, the SHA-256 of all that follows, the sizes, the shares of word parts, then a
/// scale, a key and a row for each known word, and a scale and a row for each bucket of word parts. All of it is whole numbers.
/// </summary>
/// <param name="Shares">By how many parts an unknown word has: what each counts, in 65,536ths.</param>
/// <param name="Scales">What one step of a row is worth: first the words', then the buckets'.</param>
/// <param name="Keys">The words, as <see cref="WordKeys.Of"/>.</param>
/// <param name="Rows">In the order of the scales; a byte holds two numbers of −7 to 7, one of each half of the row.</param>
internal sealed record ModelFile(
    string Rev, ModelSizes Sizes, ReadOnlyMemory<byte> Shares, ReadOnlyMemory<byte> Scales, ReadOnlyMemory<byte> Keys, ReadOnlyMemory<byte> Rows)
{
    public const int ShareCount = WordKeys.MostParts + 1;

    private const int HashAt = 8, SizesAt = HashAt + SHA256.HashSizeInBytes, SharesAt = SizesAt + (5 * sizeof(int));

    private static ReadOnlySpan<byte> Mark => "TTEMBED1"u8;

    /// <summary>Cut at once from the bytes, nothing is copied.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or not all of one.</exception>
    public static ModelFile Of(byte[] bytes)
    {
        if (bytes.Length < SharesAt || !bytes.AsSpan().StartsWith(Mark)) throw new InvalidDataException("this is no model of the built-in embedder");
        var (words, sizes) = (Int(bytes, 0), new ModelSizes(Int(bytes, 1), Int(bytes, 2), Int(bytes, 3), Int(bytes, 4)));
        var (shares, rows) = (ShareCount * sizeof(int), (long)words + sizes.Buckets);
        if (sizes.Dim is < 128 or > 4096 || sizes.Dim % 128 != 0 || words < 0 || sizes.Buckets < 1 || sizes.Half < 1 || sizes.Common < 0
            || bytes.Length != SharesAt + shares + (words * (long)sizeof(ulong)) + (rows * (sizeof(ushort) + (sizes.Dim / 2))))
            throw new InvalidDataException("the model of the built-in embedder is torn; get the file again");
        var at = SharesAt;
        return new ModelFile(
            Convert.ToHexStringLower(bytes, HashAt, 6), sizes, Take(shares), Take((int)rows * sizeof(ushort)), Take(words * sizeof(ulong)), Take((int)rows * (sizes.Dim / 2)));

        ReadOnlyMemory<byte> Take(int length) => bytes.AsMemory((at += length) - length, length);
    }

    /// <param name="rows">−7 to 7, <see cref="ModelSizes.Dim"/> for each scale.</param>
    public static byte[] Write(ModelSizes sizes, ReadOnlySpan<int> shares, ReadOnlySpan<ushort> scales, ReadOnlySpan<ulong> keys, ReadOnlySpan<sbyte> rows)
    {
        using var file = new MemoryStream();
        file.Write(Mark);
        file.Write(new byte[SHA256.HashSizeInBytes]);
        foreach (var size in (ReadOnlySpan<int>)[keys.Length, sizes.Dim, sizes.Buckets, sizes.Half, sizes.Common]) file.Write(BitConverter.GetBytes(size));
        file.Write(MemoryMarshal.AsBytes(shares));
        file.Write(MemoryMarshal.AsBytes(scales));
        file.Write(MemoryMarshal.AsBytes(keys));
        var half = sizes.Dim / 2;
        for (var row = 0; row < rows.Length; row += sizes.Dim)
            for (var i = 0; i < half; i++) file.WriteByte((byte)((rows[row + i] & 0xF) | (rows[row + half + i] << 4)));
        var bytes = file.ToArray();
        Sha(bytes).CopyTo(bytes, HashAt);
        return bytes;
    }

    /// <summary>Whether the bytes are those that were written. Loading does not ask: it would take longer than all else.</summary>
    public static bool IsWhole(byte[] bytes) => bytes.Length > SizesAt && bytes.AsSpan(HashAt, SHA256.HashSizeInBytes).SequenceEqual(Sha(bytes));

    private static byte[] Sha(byte[] bytes) => SHA256.HashData(bytes.AsSpan(SizesAt));

    private static int Int(byte[] bytes, int i) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(SizesAt + (i * sizeof(int))));
}

using System.Runtime.InteropServices;

namespace TabletopAgent.Text;

/// <summary>Arrays as they lie in memory, for the cache of indexes; little-endian machines only, as all that .NET 10 runs on are.</summary>
internal static class Blobs
{
    public static void Write<T>(BinaryWriter to, T[] values)
        where T : unmanaged
    {
        to.Write(values.Length);
        to.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    // One for each kind of number: a generic one is compiled at every start, again for each kind.
    public static int[] Ints(BinaryReader from)
    {
        var values = new int[Length(from, sizeof(int))];
        Fill(from, values);
        return values;
    }

    public static float[] Floats(BinaryReader from)
    {
        var values = new float[Length(from, sizeof(float))];
        Fill(from, values);
        return values;
    }

    public static ulong[] Longs(BinaryReader from)
    {
        var values = new ulong[Length(from, sizeof(ulong))];
        Fill(from, values);
        return values;
    }

    public static sbyte[] Bytes(BinaryReader from)
    {
        var values = new sbyte[Length(from, sizeof(sbyte))];
        Fill(from, values);
        return values;
    }

    /// <summary>A torn or foreign file must not make us reserve gigabytes.</summary>
    private static int Length(BinaryReader from, int size)
    {
        var length = from.ReadInt32();
        if (length < 0 || (long)length * size > from.BaseStream.Length) throw new InvalidDataException("cached index is torn");
        return length;
    }

    /// <param name="from">Over memory that may be seen, from its first byte.</param>
    private static void Fill(BinaryReader from, Array values)
    {
        var memory = (MemoryStream)from.BaseStream;
        var bytes = Buffer.ByteLength(values);
        if (memory.Length - memory.Position < bytes) throw new InvalidDataException("cached index is torn");
        Buffer.BlockCopy(memory.GetBuffer(), (int)memory.Position, values, 0, bytes);
        memory.Position += bytes;
    }

    public static void Write(BinaryWriter to, IReadOnlyList<string> values)
    {
        to.Write(values.Count);
        foreach (var value in values) to.Write(value);
    }

    public static string[] Strings(BinaryReader from)
    {
        var length = from.ReadInt32();
        if (length < 0 || length > from.BaseStream.Length) throw new InvalidDataException("cached index is torn");
        var values = new string[length];
        for (var i = 0; i < length; i++) values[i] = from.ReadString();
        return values;
    }

    public static void Write(BinaryWriter to, string? value)
    {
        to.Write(value is not null);
        if (value is not null) to.Write(value);
    }

    public static string? Text(BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;
}

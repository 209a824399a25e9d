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

    public static T[] Read<T>(BinaryReader from)
        where T : unmanaged
    {
        var length = from.ReadInt32();
        // A torn or foreign file must not make us reserve gigabytes.
        if (length < 0 || (long)length * Marshal.SizeOf<T>() > from.BaseStream.Length) throw new InvalidDataException("cached index is torn");
        var values = new T[length];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
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

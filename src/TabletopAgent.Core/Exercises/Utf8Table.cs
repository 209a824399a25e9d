using System.Text;

namespace TabletopAgent.Exercises;

/// <summary>Finds things by a name as it stands in a file, with no text made of it first.</summary>
internal sealed class Utf8Table<T> where T : class
{
    private readonly (byte[] Name, T Value)[] _slots;

    public Utf8Table(IReadOnlyCollection<(string Name, T Value)> entries)
    {
        // At most a quarter full, so that nearly every name is found or missed at first sight.
        _slots = new (byte[], T)[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)entries.Count * 4)];
        foreach (var (name, value) in entries)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            var at = Slot(bytes);
            while (_slots[at].Value is not null) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = (bytes, value);
        }
    }

    public T? Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return null;
        for (var at = Slot(name); _slots[at].Value is { } value; at = (at + 1) & (_slots.Length - 1))
            if (name.SequenceEqual(_slots[at].Name)) return value;
        return null;
    }

    /// <summary>Length, both ends and the middle tell the few names of a type apart well enough.</summary>
    private int Slot(ReadOnlySpan<byte> name)
    {
        var mixed = (uint)(name.Length | name[0] << 8 | name[^1] << 16 | name[name.Length / 2] << 24) * 0x9E3779B1;
        return (int)(mixed >> 16) & (_slots.Length - 1);
    }
}

namespace TabletopAgent.Text;

/// <summary>
/// Keys numbered in the order they come. Keys are hashes already, so this needs none of its own; and unlike a dictionary of numbers it is
/// compiled ahead of the start.
/// </summary>
internal sealed class KeyTable
{
    private ulong[] _keys = new ulong[64];
    private int[] _slots = new int[128];

    public int Count { get; private set; }

    /// <summary>In the order of their numbers.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    /// <returns>The number of the key, and whether it is new.</returns>
    public int Add(ulong key, out bool isNew)
    {
        var slot = Slot(key);
        isNew = _slots[slot] == 0;
        if (!isNew) return _slots[slot] - 1;
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * Count);
            _slots = new int[2 * _slots.Length];
            for (var n = 0; n < Count; n++) _slots[Slot(_keys[n])] = n + 1;
            slot = Slot(key);
        }

        _keys[Count++] = key;
        _slots[slot] = Count;
        return Count - 1;
    }

    /// <summary>Where the key stands, or the free slot where it would.</summary>
    private int Slot(ulong key)
    {
        var slot = (int)(key ^ key >> 32) & (_slots.Length - 1);
        while (_slots[slot] != 0 && _keys[_slots[slot] - 1] != key) slot = slot + 1 & (_slots.Length - 1);
        return slot;
    }
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>
/// A hash over what events say, not over where they were read, how they were spelled (5 and 5.0 are one, the order of fields is nothing) nor
/// in which order they came: the sum of the SHA-256 of each, so that it grows with a live exercise and keeps nothing of a long one.
/// </summary>
internal sealed class InputsHash
{
    private readonly ulong[] _sum = new ulong[SHA256.HashSizeInBytes / sizeof(ulong)];
    private long _events, _timeless;
    private byte[] _buffer = new byte[1024];
    private int _used;
    private FieldSlot[] _sorted = new FieldSlot[16];

    public void Add(Event e)
    {
        _used = 0;
        Say(e.Type);
        // Without a time its place among the others without one is all the order it has.
        if (e.At is { } at) Whole(at.UtcTicks);
        else Whole(-++_timeless);

        if (e.Fields is LineFields line) Add(line);
        else
            foreach (var (name, value) in e.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                Say(name);
                Say(value);
            }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, _used), hash);
        var carry = 0UL;
        for (var i = 0; i < _sum.Length; i++)
        {
            var sum = (UInt128)_sum[i] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(i * sizeof(ulong))..]) + carry;
            (_sum[i], carry) = ((ulong)sum, (ulong)(sum >> 64));
        }

        _events++;
    }

    /// <summary>Lower-case hex, of all events so far.</summary>
    public string Value
    {
        get
        {
            Span<byte> all = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long)];
            for (var i = 0; i < _sum.Length; i++) BinaryPrimitives.WriteUInt64LittleEndian(all[(i * sizeof(ulong))..], _sum[i]);
            BinaryPrimitives.WriteInt64LittleEndian(all[SHA256.HashSizeInBytes..], _events);
            return Convert.ToHexStringLower(SHA256.HashData(all));
        }
    }

    private void Add(LineFields line)
    {
        foreach (var slot in ByName(line.Slots))
        {
            Put(slot.Name.Said);
            var raw = line.Raw(slot);
            if (raw[0] is (byte)'{' or (byte)'[') Say(JsonElement.Parse(raw));
            else Say(raw, null);
        }
    }

    /// <summary>Few fields, of which many lie right: each is put behind the last that comes before it.</summary>
    private ReadOnlySpan<FieldSlot> ByName(ReadOnlySpan<FieldSlot> slots)
    {
        if (_sorted.Length < slots.Length) _sorted = new FieldSlot[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            var at = i;
            for (; at > 0 && Before(slot.Name, _sorted[at - 1].Name); at--) _sorted[at] = _sorted[at - 1];
            _sorted[at] = slot;
        }

        return _sorted.AsSpan(0, slots.Length);
    }

    private static bool Before(FieldName a, FieldName b) => (a.Rank | b.Rank) >= 0 ? a.Rank < b.Rank : string.CompareOrdinal(a.Name, b.Name) < 0;

    private void Say(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Put("{"u8);
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    Say(property.Name);
                    Say(property.Value);
                }

                Put("}"u8);
                break;
            case JsonValueKind.Array:
                Put("["u8);
                foreach (var item in value.EnumerateArray()) Say(item);
                Put("]"u8);
                break;
            default: Say(JsonMarshal.GetRawUtf8Value(value), value); break;
        }
    }

    /// <param name="raw">A text, a number or a literal as it stands in JSON.</param>
    /// <param name="value">The same, where somebody has it already.</param>
    private void Say(ReadOnlySpan<byte> raw, JsonElement? value)
    {
        if (raw[0] == '"')
        {
            if (raw.Contains((byte)'\\')) Say(Json.Text(value ?? JsonElement.Parse(raw)));
            else Say(raw[1..^1]);
            return;
        }

        var number = raw[0] is (byte)'-' or >= (byte)'0' and <= (byte)'9';
        if (number && !Shortest(raw))
        {
            number = Utf8Parser.TryParse(raw, out double read, out _) && double.IsFinite(read);
            if (number) raw = Encoding.ASCII.GetBytes((read + 0.0).ToString("R", CultureInfo.InvariantCulture));
        }

        if (number) Put("#"u8);
        Put(raw);
        Put(";"u8);
    }

    /// <summary>Whether a number is spelled as its double would be: 15 digits always come back, and few enough zeros need no exponent.</summary>
    private static bool Shortest(ReadOnlySpan<byte> number)
    {
        if (number.Length > 15 || number.StartsWith("-0"u8) || number.IndexOfAny((byte)'e', (byte)'E') >= 0) return false;
        var dot = number.IndexOf((byte)'.');
        return dot < 0 || number[^1] != '0' && !number[(dot + 1)..].StartsWith("0000"u8);
    }

    /// <summary>With its length, so that no text can pass for two.</summary>
    private void Say(string text)
    {
        Length(text.Length);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        _used += Encoding.UTF8.GetBytes(text, Room(most));
    }

    private void Say(ReadOnlySpan<byte> text)
    {
        Length(Ascii.IsValid(text) ? text.Length : Encoding.UTF8.GetCharCount(text));
        Put(text);
    }

    private void Length(int characters)
    {
        Whole(characters);
        Put(":"u8);
    }

    private void Whole(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var length);
        _used += length;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _used < bytes) Array.Resize(ref _buffer, Math.Max(_used + bytes, 2 * _buffer.Length));
        return _buffer.AsSpan(_used);
    }
}

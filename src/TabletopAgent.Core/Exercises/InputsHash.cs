using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>SHA-256 over what events say, not over where they were read nor how they were spelled: 5 and 5.0 are one, the order of fields is nothing.</summary>
internal sealed class InputsHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(16 * 1024);
    private int _used;
    private FieldSlot[] _sorted = new FieldSlot[16];

    public void Add(Event e)
    {
        Say(e.Type);
        if (e.At is { } at)
        {
            Span<byte> ticks = stackalloc byte[20];
            Utf8Formatter.TryFormat(at.UtcTicks, ticks, out var length);
            Say(ticks[..length]);
        }
        else Say("");

        if (e.Fields is LineFields line) Add(line);
        else
            foreach (var (name, value) in e.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                Say(name);
                Say(value);
            }

        Put("\n"u8);
    }

    public string Hex()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

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
            if (number) raw = Encoding.ASCII.GetBytes(read.ToString("R", CultureInfo.InvariantCulture));
        }

        if (number) Put("#"u8);
        Put(raw);
        Put(";"u8);
    }

    /// <summary>Whether a number is spelled as its double would be: 15 digits always come back, and few enough zeros need no exponent.</summary>
    private static bool Shortest(ReadOnlySpan<byte> number)
    {
        if (number.Length > 15 || number.IndexOfAny((byte)'e', (byte)'E') >= 0) return false;
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
        var room = Room(16);
        Utf8Formatter.TryFormat(characters, room, out var length);
        room[length] = (byte)':';
        _used += length + 1;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _used < bytes)
        {
            Flush();
            if (_buffer.Length < bytes) _buffer = GC.AllocateUninitializedArray<byte>(bytes);
        }

        return _buffer.AsSpan(_used);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }
}

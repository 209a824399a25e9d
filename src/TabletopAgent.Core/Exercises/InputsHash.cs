using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>
/// SHA-256 over what the events of an exercise say, not over where they were read nor in which order they came. Grows with each event: over
/// the hashes of all events in order of time goes one more.
/// </summary>
internal sealed class InputsHash : IDisposable
{
    private readonly record struct Entry(long At, long Seq, long Arrival, UInt128 High, UInt128 Low) : IComparable<Entry>
    {
        /// <summary>By time and number; what has neither keeps its place, and of the rest the hash itself decides.</summary>
        public int CompareTo(Entry other)
        {
            var order = At.CompareTo(other.At);
            if (order == 0) order = Seq.CompareTo(other.Seq);
            if (order == 0) order = Arrival.CompareTo(other.Arrival);
            if (order == 0) order = High.CompareTo(other.High);
            return order != 0 ? order : Low.CompareTo(other.Low);
        }
    }

    private readonly List<Entry> _entries = [];
    private readonly ArrayBufferWriter<byte> _said = new(1024);
    private IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _inOrder = true;
    private string? _value;

    public void Add(Event e)
    {
        _said.ResetWrittenCount();
        Say(e.Type);
        Say(e.At?.UtcTicks ?? 0);
        foreach (var name in e.Fields.Keys.Order(StringComparer.Ordinal))
        {
            Say(name);
            Say(e.Fields[name]);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_said.WrittenSpan, hash);
        var entry = new Entry(
            e.At?.UtcTicks ?? long.MaxValue, e.Seq ?? long.MaxValue, e.At is null ? _entries.Count : 0, BinaryPrimitives.ReadUInt128BigEndian(hash),
            BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
        _inOrder &= _entries.Count == 0 || _entries[^1].CompareTo(entry) <= 0;
        _entries.Add(entry);
        if (_inOrder) _all.AppendData(hash);
        _value = null;
    }

    /// <summary>Lower-case hex.</summary>
    public string Value => _value ??= Worked();

    public void Dispose() => _all.Dispose();

    private string Worked()
    {
        if (!_inOrder)
        {
            _entries.Sort();
            _all.Dispose();
            _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            foreach (var entry in _entries)
            {
                BinaryPrimitives.WriteUInt128BigEndian(hash, entry.High);
                BinaryPrimitives.WriteUInt128BigEndian(hash[16..], entry.Low);
                _all.AppendData(hash);
            }

            _inOrder = true;
        }

        return Convert.ToHexStringLower(_all.GetCurrentHash());
    }

    /// <summary>A value as all its spellings share it: 5 and 5.0 are one, spaces and the order of fields are nothing.</summary>
    private void Say(JsonElement value)
    {
        Mark((byte)value.ValueKind);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    Say(property.Name);
                    Say(property.Value);
                }

                Mark(0xFF);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Say(item);
                Mark(0xFF);
                break;
            case JsonValueKind.String:
                var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
                if (raw.Contains((byte)'\\')) Say(Json.Text(value));
                else Say(raw);
                break;
            case JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number):
                Say(BitConverter.DoubleToInt64Bits(number + 0.0));
                break;
            case JsonValueKind.Number:
                Say(value.GetRawText());
                break;
        }
    }

    private void Say(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Say((long)length);
        Encoding.UTF8.GetBytes(text, _said);
    }

    /// <summary>With its length, so that no text can pass for two.</summary>
    private void Say(ReadOnlySpan<byte> utf8)
    {
        Say((long)utf8.Length);
        _said.Write(utf8);
    }

    private void Say(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_said.GetSpan(8), number);
        _said.Advance(8);
    }

    private void Mark(byte mark)
    {
        _said.GetSpan(1)[0] = mark;
        _said.Advance(1);
    }
}

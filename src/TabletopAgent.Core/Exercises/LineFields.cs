using System.Buffers.Text;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>One field of a line: its name, and where its value stands.</summary>
internal readonly record struct FieldSlot(FieldName Name, int Start, int Length);

/// <summary>
/// The fields of a line as the bytes that were read. Of a million lines most fields are asked for once or never, so a value becomes text,
/// a number or JSON when somebody asks.
/// </summary>
/// <param name="line">The whole line; its values fit their fields, and hold no escape that is no text.</param>
/// <param name="prev">Where its link stands in the line; nothing where it has none.</param>
internal sealed class LineFields(ArraySegment<byte> line, ArraySegment<FieldSlot> slots, Range prev) : IReadOnlyDictionary<string, JsonElement>
{
    public bool HasPrev => !prev.Equals(default);

    public string? Prev => HasPrev ? Json.Text(JsonElement.Parse(line.AsSpan(prev))) : null;

    public ReadOnlySpan<FieldSlot> Slots => slots;

    public int Count => slots.Count;

    public IEnumerable<string> Keys => slots.Select(s => s.Name.Name);

    public IEnumerable<JsonElement> Values => slots.Select(Value);

    public JsonElement this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"no field {key}");

    public bool ContainsKey(string key) => Find(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        var at = Find(key);
        value = at < 0 ? default : Value(slots[at]);
        return at >= 0;
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => slots.Select(s => KeyValuePair.Create(s.Name.Name, Value(s))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The value of a field as it stands in the line.</summary>
    public ReadOnlySpan<byte> Raw(FieldSlot slot) => line.AsSpan(slot.Start, slot.Length);

    public string? Text(string field) => Find(field) is var at and >= 0 && Raw(slots[at])[0] == '"' ? Text(slots[at]) : null;

    public double? Number(string field)
    {
        if (Find(field) is not (var at and >= 0)) return null;
        var raw = Raw(slots[at]);
        if (raw[0] is not ((byte)'-' or >= (byte)'0' and <= (byte)'9')) return null;
        return Utf8Parser.TryParse(raw, out double number, out var read) && read == raw.Length && double.IsFinite(number) ? number : null;
    }

    public bool? Flag(string field) => Find(field) is not (var at and >= 0) ? null : Raw(slots[at])[0] switch { (byte)'t' => true, (byte)'f' => false, _ => null };

    private int Find(string name)
    {
        for (var i = 0; i < slots.Count; i++)
            if (slots[i].Name.Name == name) return i;
        return -1;
    }

    private string Text(FieldSlot slot)
    {
        var inner = Raw(slot)[1..^1];
        if (slot.Name.Word(inner) is { } word) return word;
        return inner.Contains((byte)'\\') ? Json.Text(Value(slot)) : Encoding.UTF8.GetString(inner);
    }

    private JsonElement Value(FieldSlot slot) => JsonElement.Parse(Raw(slot));
}

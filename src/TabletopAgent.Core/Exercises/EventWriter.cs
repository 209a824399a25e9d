using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>Writes an event in the one way it is written: known fields in the order of the catalog, others by name, numbers as they came.</summary>
internal static class EventWriter
{
    /// <summary>The names a type's fields are written under, in order; what stands on every line is not among them.</summary>
    private static readonly FrozenDictionary<string, string[]> Order = EventCatalog.Types.ToFrozenDictionary(
        t => t.Key, t => t.Value.Select(f => f.Name).Except(["type", "at", "seq", "prev"]).OrderBy(n => EventCatalog.IsCommon(n) ? 0 : 1).ToArray());

    /// <returns>The line as UTF-8, without its number, its link and its break.</returns>
    public static byte[] Line(Event e)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Json.Compact))
        {
            json.WriteStartObject();
            json.WriteString("type", e.Type);
            if (e.At is { } at) json.WriteString("at", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
            var known = Order.GetValueOrDefault(e.Type, []);
            foreach (var name in known)
                if (e.Fields.TryGetValue(name, out var value)) Write(json, name, value);
            foreach (var (name, value) in e.Fields.Where(f => !known.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal)) Write(json, name, value);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <returns>The same line with its number and the hash of the line before it.</returns>
    public static byte[] Linked(ReadOnlySpan<byte> line, long seq, string prev) =>
        [.. line[..^1], .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"seq\":{seq},\"prev\":\"{prev}\"}}"))];

    private static void Write(Utf8JsonWriter json, string name, JsonElement value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }
}

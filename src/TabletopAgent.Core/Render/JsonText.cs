using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TabletopAgent.Render;

/// <summary>JSON text that is safe to print on a terminal.</summary>
internal static class JsonText
{
    public static string Of<T>(T value, JsonTypeInfo<T> shape, JsonWriterOptions style) => Of(style, json => JsonSerializer.Serialize(json, value, shape));

    public static string Of(JsonWriterOptions style, Action<Utf8JsonWriter> body)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, style)) body(json);
        return Untrusted.InJson(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

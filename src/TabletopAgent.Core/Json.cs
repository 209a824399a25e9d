using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace TabletopAgent;

/// <summary>The one way JSON is written here: ΔS and &lt;&gt; as themselves, and no reflection. And what makes other people's JSON safe to read.</summary>
internal static partial class Json
{
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>A string, number, flag, list of strings or JSON element as a JSON element.</summary>
    public static JsonElement Element(object value)
    {
        if (value is JsonElement element) return element;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact)) Write(json, value);
        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>
    /// Half a surrogate pair, escaped, is JSON but no text: reading it would throw, so it becomes U+FFFD. Bare NaN and Infinity, which
    /// Python writes, are no JSON: they become text, and their reader says what they are not.
    /// </summary>
    public static string Mended(string json)
    {
        if (json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)) json = Surrogates().Replace(json, m => m.Groups["lone"].Success ? @"\uFFFD" : m.Value);
        return json.Contains("NaN", StringComparison.Ordinal) || json.Contains("Infinity", StringComparison.Ordinal)
            ? NoNumbers().Replace(json, m => m.Groups["bare"].Success ? $"\"{m.Value}\"" : m.Value)
            : json;
    }

    /// <summary>One JSON value. Only the rare line that needs it is mended, so that all others are read as the bytes they are.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        if (Utf8.IsValid(json) && json.IndexOf(@"\ud"u8) < 0 && json.IndexOf(@"\uD"u8) < 0)
        {
            try
            {
                return JsonElement.Parse(json);
            }
            catch (JsonException) when (json.IndexOf("NaN"u8) >= 0 || json.IndexOf("Infinity"u8) >= 0)
            {
            }
        }

        return JsonElement.Parse(Mended(Encoding.UTF8.GetString(json)));
    }

    /// <summary>The text of a JSON string, whatever is escaped in it.</summary>
    public static string Text(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException) when (json.ValueKind == JsonValueKind.String)
        {
            return JsonElement.Parse(Mended(json.GetRawText())).GetString()!;
        }
    }

    /// <summary>The first sentence of what the parser says, without its advice to programmers.</summary>
    public static string Why(JsonException e)
    {
        var end = e.Message.IndexOf(". ", StringComparison.Ordinal);
        return (end > 0 ? e.Message[..end] : e.Message).TrimEnd('.').Replace('\n', ' ');
    }

    // Whole pairs and other escapes are matched first, so that what is left is alone.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Surrogates();

    // Texts are matched first, so that what is left stands bare.
    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""?|(?<bare>(?<![\w.])-?(?:NaN|Infinity)(?!\w))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NoNumbers();

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string s: json.WriteStringValue(s); break;
            case bool b: json.WriteBooleanValue(b); break;
            case int i: json.WriteNumberValue(i); break;
            case double d: json.WriteNumberValue(d); break;
            case JsonElement e: e.WriteTo(json); break;
            case IReadOnlyDictionary<string, JsonElement> fields:
                json.WriteStartObject();
                foreach (var (name, field) in fields)
                {
                    json.WritePropertyName(name);
                    field.WriteTo(json);
                }

                json.WriteEndObject();
                break;
            case IEnumerable<object> items:
                json.WriteStartArray();
                foreach (var item in items) Write(json, item);
                json.WriteEndArray();
                break;
            default: throw new ArgumentException($"{value.GetType()} has no JSON form here", nameof(value));
        }
    }
}

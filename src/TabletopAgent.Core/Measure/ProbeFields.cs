using System.Globalization;
using System.Text.Json;

namespace TabletopAgent.Measure;

/// <summary>Fields of the objects inside a probe, in snake_case or camelCase.</summary>
internal static class ProbeFields
{
    /// <summary>The first of these names that is there.</summary>
    public static JsonElement? Get(this JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var value) || json.TryGetProperty(Camel(name), out value)) return value;
        }

        return null;
    }

    public static string? Text(this JsonElement json, params ReadOnlySpan<string> names) =>
        json.Get(names) is { } text && Plain(text) is { Length: > 0 } value ? value : null;

    /// <summary>The text of a JSON string; null for anything else, and for half a surrogate pair, which is JSON but no text.</summary>
    public static string? Plain(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? Json.Text(json) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static int? Whole(this JsonElement json, string name) => json.Get(name) is { } value ? Whole(value) : null;

    /// <summary>A whole number, also one in quotes; null for anything else.</summary>
    public static int? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt32(out var n) ? n : null,
        JsonValueKind.String => int.TryParse(Plain(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null,
        _ => null,
    };

    private static string Camel(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }
}

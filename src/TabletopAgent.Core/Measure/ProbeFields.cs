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
            if (json.TryGetProperty(name, out var exact)) return exact;
            foreach (var property in json.EnumerateObject())
                if (property.Name.Equals(name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return property.Value;
        }

        return null;
    }

    public static string? Text(this JsonElement json, params ReadOnlySpan<string> names) =>
        json.Get(names) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;

    public static int? Whole(this JsonElement json, string name) => json.Get(name) is { } value ? Whole(value) : null;

    /// <summary>A whole number, also one in quotes; null for anything else.</summary>
    public static int? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt32(out var n) ? n : null,
        JsonValueKind.String => int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null,
        _ => null,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using TabletopAgent.Exercises;

namespace TabletopAgent.Agent.Masking;

/// <summary>An event without secrets and personal data, as it is kept: a log is read by many, and for years.</summary>
internal static class LogMask
{
    /// <summary>Who somebody is in the exercise: masked, nobody would find their role again.</summary>
    private static readonly string[] s_identity = ["by", "person", "owner", "role", "roles"];

    public static Event Of(Event e)
    {
        Dictionary<string, JsonElement>? masked = null;
        foreach (var (name, value) in e.Fields)
            if (!s_identity.Contains(name) && Masked(value) is { } clean) (masked ??= new(e.Fields, StringComparer.Ordinal))[name] = clean;
        return masked is null ? e : e with { Fields = masked };
    }

    /// <returns>Null where nothing is to be masked.</returns>
    private static JsonElement? Masked(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return Masker.Forget(Json.Text(value)) is var clean && clean != Json.Text(value) ? Json.Element(clean) : null;
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return null;
        var node = JsonNode.Parse(value.GetRawText())!;
        return Change(node) ? JsonSerializer.SerializeToElement(node) : null;
    }

    private static bool Change(JsonNode node)
    {
        var changed = false;
        if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                if (list[i] is { } item && Replacement(item, ref changed) is { } clean) list[i] = clean;
        }
        else if (node is JsonObject owner)
        {
            foreach (var (name, item) in owner.ToList())
                if (item is not null && Replacement(item, ref changed) is { } clean) owner[name] = clean;
        }

        return changed;
    }

    private static JsonValue? Replacement(JsonNode item, ref bool changed)
    {
        if (item.GetValueKind() != JsonValueKind.String)
        {
            changed |= Change(item);
            return null;
        }

        var (text, clean) = (item.GetValue<string>(), Masker.Forget(item.GetValue<string>()));
        if (clean == text) return null;
        changed = true;
        return JsonValue.Create(clean);
    }
}

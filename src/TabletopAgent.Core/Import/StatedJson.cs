using System.Globalization;
using System.Text.Json;

namespace TabletopAgent.Import;

/// <summary>What a document states, as the report carries it: the milestones in UTC, on its own clock under "local", and its figures.</summary>
internal static class StatedJson
{
    public static JsonElement Of(Stated stated)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json.Compact))
        {
            json.WriteStartObject();
            foreach (var mark in Marks.All) Text(json, mark.Word(), stated.Times.TryGetValue(mark, out var t) ? t.Utc.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : null);
            Number(json, "time_to_detect_min", stated.TimeToDetectMin);
            Number(json, "time_to_repair_min", stated.TimeToRepairMin);
            Number(json, "time_to_resolve_min", stated.TimeToResolveMin);
            Number(json, "duration_min", stated.DurationMin);
            json.WriteStartObject("local");
            foreach (var mark in Marks.All) Text(json, mark.Word(), stated.Times.TryGetValue(mark, out var t) ? t.Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null);
            json.WriteEndObject();
            json.WriteStartArray("approx");
            foreach (var told in stated.Times.Values.Where(t => t.Approx)) json.WriteStringValue(told.Mark.Word());
            json.WriteEndArray();
            json.WriteStartObject("zone");
            json.WriteString("used", stated.Zone.Name);
            json.WriteString("from", stated.ZoneFrom);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } minutes) json.WriteNumber(name, Math.Round(minutes, 4));
        else json.WriteNull(name);
    }
}

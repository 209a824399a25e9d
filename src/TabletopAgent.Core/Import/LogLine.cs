using System.Globalization;
using TabletopAgent.Exercises;

namespace TabletopAgent.Import;

/// <summary>An event as a line of a log.</summary>
internal static class LogLine
{
    public static string Of(Event e)
    {
        using var buffer = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(buffer, Json.Compact))
        {
            json.WriteStartObject();
            json.WriteString("type", e.Type);
            if (e.At is { } at) json.WriteString("at", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
            foreach (var (name, value) in e.Fields)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}

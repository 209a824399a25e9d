using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Import;

/// <summary>What an import amounts to, as one object.</summary>
internal static class ImportJson
{
    public static void Write(Utf8JsonWriter json, Imported imported)
    {
        json.WriteStartObject();
        json.WriteStartObject("source");
        json.WriteString("file", imported.File);
        json.WriteString("format", imported.Format);
        json.WriteNumber("line", imported.Line);
        json.WriteEndObject();
        if (imported.Title is { } title) json.WriteString("title", title);
        json.WritePropertyName("stated");
        StatedJson.Of(imported.Stated).WriteTo(json);
        json.WriteStartArray("findings");
        foreach (var finding in imported.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("kind", finding.Kind);
            json.WriteString("text", finding.Text);
            json.WriteStartArray("evidence");
            foreach (var place in finding.Evidence) json.WriteStringValue(place);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in imported.Notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("severity", note.Word);
            json.WriteString("text", note.Text);
            json.WriteString("file", note.Place.File);
            if (note.Place.Line > 0) json.WriteNumber("line", note.Place.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var e in imported.Events) json.WriteRawValue(EventWriter.Line(e), skipInputValidation: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using TabletopAgent.Knowledge;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Pages and their health as JSON.</summary>
internal static class PageJson
{
    public static string List(IReadOnlyList<Page> pages) => JsonText.Of(Json.Indented, json =>
    {
        json.WriteStartArray();
        foreach (var p in pages)
        {
            json.WriteStartObject();
            json.WriteString("id", p.Id);
            json.WriteString("title", p.Title);
            json.WriteString("layer", p.Layer);
            JsonText.Strings(json, "upstream", p.Upstream);
            json.WriteString("file", p.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Health(IReadOnlyList<Page> pages, IReadOnlyList<Note> notes) => JsonText.Of(Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("pages", pages.Count);
        json.WriteStartObject("pages_by_layer");
        foreach (var layer in Layers.All) json.WriteNumber(layer, pages.Count(p => p.Layer == layer));
        json.WriteEndObject();
        json.WriteNumber("errors", notes.Count(n => n.Severity == Severity.Error));
        json.WriteNumber("warnings", notes.Count(n => n.Severity == Severity.Warning));
        json.WritePropertyName("notes");
        JsonSerializer.Serialize(json, notes.Select(Inputs.Report).ToList(), ReportContext.Plain.IReadOnlyListNoteReport);
        json.WriteEndObject();
    });
}

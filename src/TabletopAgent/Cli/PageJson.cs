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

    public static string Health(Health health) => JsonText.Of(Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("pages", health.Pages.Count);
        Counts("pages_by_layer", Layers.All.Select(l => (l, health.Pages.Count(p => p.Layer == l))));
        json.WriteNumber("heard_as", health.HeardAs.Values.Sum());
        Counts("heard_as_by_layer", Layers.All.Select(l => (l, health.HeardAs[l])));
        json.WriteNumber("errors", health.Count(Severity.Error));
        json.WriteNumber("warnings", health.Count(Severity.Warning));
        Counts("notes_by_code", health.ByCode);
        Counts("left_out", health.Dropped);
        json.WritePropertyName("notes");
        JsonSerializer.Serialize(json, health.Notes.Select(Inputs.Report).ToList(), ReportContext.Plain.IReadOnlyListNoteReport);
        json.WriteEndObject();

        void Counts(string name, IEnumerable<(string Name, int Count)> counts)
        {
            json.WriteStartObject(name);
            foreach (var (key, count) in counts) json.WriteNumber(key, count);
            json.WriteEndObject();
        }
    });
}

using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Intake;

/// <summary>Reads <c>{"symptoms": […], "topology": …, "index": …, "probes": […]}</c>, and beside it any field of the exercise itself.</summary>
internal static class JsonBrief
{
    public static bool Is(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && !(json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && EventCatalog.Types.ContainsKey(Json.Text(type)))
        && json.EnumerateObject().Any(p => BriefLabels.Find(p.Name) is not null || p.Name == "events")
        && !json.EnumerateObject().Any(p => EventCatalog.Canonical("probe", p.Name) is "probe_id" or "ΔS_q_r");

    public static void Read(JsonElement json, JsonPlaces places, string file, Gathered into)
    {
        var i = 0;
        foreach (var property in json.EnumerateObject())
        {
            var outer = i++;
            var place = new Place(file, places[outer]);
            if (property.Value.ValueKind == JsonValueKind.Null) continue;
            if (property.Name == "events" && property.Value.ValueKind == JsonValueKind.Array)
            {
                Each(property.Value, (item, at) => JsonInput.Item(item, at, into));
                continue;
            }

            switch (BriefLabels.Find(property.Name)?.Section)
            {
                case Section.Symptoms: Each(property.Value, (item, at) => Symptom(item, at, into)); break;
                case Section.Topology: into.Topology(Grammar(property.Value), place); break;
                case Section.Index: into.Index(property.Value.ValueKind == JsonValueKind.String ? Json.Text(property.Value) : property.Value, place); break;
                case Section.Probes: Each(property.Value, (item, at) => Probe(item, at, BriefLabels.Find(property.Name)!.Phase, into)); break;
                default: Other(property, place, into); break;
            }

            void Each(JsonElement value, Action<JsonElement, Place> take)
            {
                if (value.ValueKind != JsonValueKind.Array)
                {
                    take(value, place);
                    return;
                }

                var inner = 0;
                foreach (var item in value.EnumerateArray()) take(item, new Place(file, places[outer, inner++]));
            }
        }
    }

    private static void Symptom(JsonElement item, Place place, Gathered into)
    {
        if (item.ValueKind == JsonValueKind.String)
            foreach (var line in Json.Text(item).Split('\n')) into.Symptom(line, place);
        else if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("text", out _) && EventReader.Read(item, place, into.Notes, "symptom") is { } e)
            into.Found(e);
        else into.Symptom(item.GetRawText(), place);
    }

    private static void Probe(JsonElement item, Place place, string? phase, Gathered into)
    {
        if (item.ValueKind == JsonValueKind.String) BriefReader.Read(Json.Text(item), place.File, place.Line, into, Section.Probes, phase);
        else if (item.ValueKind == JsonValueKind.Object && EventReader.Read(item, place, into.Notes, "probe") is { } probe)
            into.Found(ProbeTable.InPhase(probe, phase));
        else if (item.ValueKind != JsonValueKind.Object) JsonInput.Item(item, place, into);
    }

    /// <summary>A key that is no part of a brief: a field of the exercise, or something to keep and to say.</summary>
    private static void Other(JsonProperty property, Place place, Gathered into)
    {
        var name = EventCatalog.Canonical("exercise", property.Name);
        if (EventCatalog.Find("exercise", name) is not null && name != "type")
        {
            var one = Json.Element(new Dictionary<string, JsonElement> { [name] = property.Value });
            if (EventReader.Read(one, place, into.Notes, "exercise") is { } e && e.Fields.TryGetValue(name, out var value)) into.Exercise(name, value, place);
            return;
        }

        into.Notes.Add(Notes.UnknownKey(place, property.Name, BriefLabels.Nearest(property.Name)));
        into.Symptom($"{property.Name}: {(property.Value.ValueKind == JsonValueKind.String ? Json.Text(property.Value) : property.Value.GetRawText())}", place);
    }

    /// <summary>Topology given as a list or an object, written in the grammar: <c>{"A": "active, write"}</c> is <c>A(active, write)</c>.</summary>
    private static string Grammar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Json.Text(value),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Grammar)),
        JsonValueKind.Object when Named(value) is { } name =>
            $"{name}({string.Join(",", value.EnumerateObject().Where(p => p.Name is not ("name" or "region" or "id")).Select(p => Cell(p.Name, p.Value)))})",
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(p => $"{p.Name}({Cell("", p.Value)})")),
        _ => value.GetRawText(),
    };

    private static string? Named(JsonElement region)
    {
        foreach (var key in (ReadOnlySpan<string>)["name", "region", "id"])
            if (region.TryGetProperty(key, out var name) && name.ValueKind == JsonValueKind.String) return Json.Text(name);
        return null;
    }

    private static string Cell(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(",", value.EnumerateArray().Select(v => Cell("", v))),
        JsonValueKind.Object => string.Join(",", value.EnumerateObject().Select(p => Cell(p.Name, p.Value))),
        JsonValueKind.String => Json.Text(value),
        JsonValueKind.Number => value.GetRawText() + "%",
        JsonValueKind.True => name,
        _ => "",
    };
}

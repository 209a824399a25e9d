using System.Globalization;
using System.Text;
using System.Text.Json;
using TabletopAgent.Text;

namespace TabletopAgent.Exercises;

/// <summary>Reads one JSON object as an event. Nothing throws and nothing is lost: what cannot be used is kept and said.</summary>
internal static class EventReader
{
    /// <param name="line">One JSON object.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="notes">Takes what is wrong with it.</param>
    /// <param name="type">The type to assume where the object names none (probe files have none).</param>
    /// <returns>The event, or null when the line holds no object or no type.</returns>
    public static Event? Read(ReadOnlySpan<byte> line, Place place, List<Note> notes, string? type = null)
    {
        try
        {
            return Read(Json.Parse(line), place, notes, type);
        }
        catch (JsonException e)
        {
            notes.Add(Notes.TornJson(place, Json.Why(e)));
            return null;
        }
    }

    public static Event? Read(string line, Place place, List<Note> notes, string? type = null) => Read(Encoding.UTF8.GetBytes(line), place, notes, type);

    public static Event? Read(JsonElement json, Place place, List<Note> notes, string? type = null)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            notes.Add(Notes.NotAnObject(place));
            return null;
        }

        if (json.TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String) type = Json.Text(named).Trim();
        if (string.IsNullOrEmpty(type))
        {
            notes.Add(Notes.MissingType(place));
            return null;
        }

        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (!EventCatalog.Types.ContainsKey(type))
        {
            notes.Add(Notes.UnknownType(place, type, Words.Nearest(type, EventCatalog.Types.Keys)));
            fields["original_type"] = Json.Element(type);
            type = "note";
        }

        foreach (var property in json.EnumerateObject()) Take(type, property, fields, place, notes);

        foreach (var field in EventCatalog.Types[type])
            if (field.Required && field.Name != "type" && !fields.ContainsKey(field.Name) && !(type == "note" && field.Name == "text"))
                notes.Add(Notes.MissingField(place, type, field.Name));

        if (type is "symptom" or "inject" && fields.TryGetValue("text", out var text) && text.ValueKind == JsonValueKind.String && Json.Text(text).Length > Said.Longest)
            notes.Add(Notes.LongSymptom(place, Said.Longest));

        return new Event(type, Time(fields), place, fields, Whole(fields, "seq"), TakeOut(fields, "prev") is { ValueKind: JsonValueKind.String } p ? Json.Text(p) : null);
    }

    private static void Take(string type, JsonProperty property, Dictionary<string, JsonElement> fields, Place place, List<Note> notes)
    {
        if (property.Name == "type") return;
        var name = EventCatalog.Canonical(type, property.Name);
        var field = EventCatalog.Find(type, name);
        if (field is null)
        {
            // A rule may address any field by name, so unknown ones stay; a slip of the pen is worth a word; a correction names fields of another line.
            if (type != "correction" && Words.Nearest(name, EventCatalog.Types[type].Select(f => f.Name)) is { } near) notes.Add(Notes.NearField(place, property.Name, near));
            fields[name] = property.Value.Clone();
            return;
        }

        if (property.Value.ValueKind == JsonValueKind.Null) return;
        var value = Bend(field, property.Value);
        if (Fits(type, field, value, place, notes)) fields[name] = value.Clone();
    }

    /// <summary>What can be meant in one way only is taken so: 37 as a name, "200" as a number, "Post" as the word post, one citation as a list.</summary>
    private static JsonElement Bend(Field field, JsonElement value) => (field.Kind, value.ValueKind) switch
    {
        (FieldKind.Text, JsonValueKind.Number) => Json.Element(value.GetRawText()),
        (FieldKind.List, JsonValueKind.String) => Json.Element(new[] { Json.Text(value) }),
        (FieldKind.Number, JsonValueKind.String) when TryNumber(Json.Text(value), out var number) => Json.Element(number),
        (FieldKind.Flag, JsonValueKind.String) => Json.Text(value).Trim().ToLowerInvariant() switch
        {
            "true" or "yes" => Json.Element(true),
            "false" or "no" => Json.Element(false),
            _ => value,
        },
        (FieldKind.Word, JsonValueKind.String) when Array.Find(field.Words, w => SameWord(w, Json.Text(value))) is { } word => Json.Element(word),
        _ => value,
    };

    /// <summary>A finite number with a decimal point; a comma would be a guess.</summary>
    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool SameWord(string word, string got) =>
        word.Equals(got.Trim().Replace(' ', '-').Replace('_', '-'), StringComparison.OrdinalIgnoreCase);

    private static bool Fits(string type, Field field, JsonElement value, Place place, List<Note> notes)
    {
        var kind = value.ValueKind;
        var (fits, want) = field.Kind switch
        {
            FieldKind.Text => (kind == JsonValueKind.String, "text"),
            FieldKind.Number => (kind == JsonValueKind.Number, "a number"),
            FieldKind.Flag => (kind is JsonValueKind.True or JsonValueKind.False, "true or false"),
            FieldKind.List => (kind == JsonValueKind.Array, "a list [ … ]"),
            FieldKind.Object => (kind == JsonValueKind.Object, "an object { … }"),
            FieldKind.Word or FieldKind.Time => (kind == JsonValueKind.String, "text"),
            _ => (true, ""),
        };
        if (!fits)
        {
            notes.Add(Notes.WrongKind(place, field.Name, want, Kind(kind)));
            return false;
        }

        if (kind == JsonValueKind.Number && !(value.TryGetDouble(out var number) && double.IsFinite(number)))
        {
            notes.Add(Notes.NotANumber(place, field.Name, value.GetRawText()));
            return false;
        }

        if (field.Kind == FieldKind.Word && !field.Words.Contains(Json.Text(value), StringComparer.Ordinal))
        {
            notes.Add(Notes.BadWord(place, field.Name, Json.Text(value), field.Words));
            // A role nobody knows is still somebody; a card that is "planned" or "pending" was not released.
            return field.Name == "role" || type == "inject" && field.Name == "state";
        }

        if (field.Kind == FieldKind.Time && !TryTime(Json.Text(value), out _))
        {
            notes.Add(Notes.BadTime(place, field.Name, Json.Text(value)));
            return false;
        }

        return true;
    }

    /// <summary>RFC 3339 with an offset; a time without one would be a guess.</summary>
    public static bool TryTime(string text, out DateTimeOffset at)
    {
        at = default;
        var hasOffset = text.EndsWith('Z') || text.EndsWith('z') || text.Length > 6 && text[^3] == ':' && text[^6] is '+' or '-';
        if (!hasOffset || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out at)) return false;
        return true;
    }

    private static DateTimeOffset? Time(Dictionary<string, JsonElement> fields) =>
        TakeOut(fields, "at") is { ValueKind: JsonValueKind.String } at && TryTime(Json.Text(at), out var time) ? time : null;

    private static long? Whole(Dictionary<string, JsonElement> fields, string name) =>
        TakeOut(fields, name) is { ValueKind: JsonValueKind.Number } v && v.TryGetInt64(out var whole) ? whole : null;

    private static JsonElement? TakeOut(Dictionary<string, JsonElement> fields, string name) => fields.Remove(name, out var value) ? value : null;

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

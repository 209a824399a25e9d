using System.Text;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Intake;

/// <summary>Reads JSON of any of the known forms: a brief, probes in four ways, events, one a line or in one list.</summary>
internal static class JsonInput
{
    /// <returns>False where the text is no JSON at all, and something else should be tried.</returns>
    public static bool TryRead(string text, string file, int firstLine, Gathered into)
    {
        text = text.TrimEnd();
        var start = text.AsSpan().IndexOfAnyExcept(" \n\t");
        if (start < 0 || text[start] is not ('{' or '[')) return false;
        text = Json.Mended(text);
        try
        {
            var json = JsonElement.Parse(text, JsonPlaces.Tolerant);
            Document(json, new JsonPlaces(text, firstLine), file, into);
            return true;
        }
        catch (JsonException e)
        {
            if (LooksLikeLines(text))
            {
                Lines(text, file, firstLine, into);
                return true;
            }

            // "[one line each]" and "{{symptoms}}" begin like JSON and are not.
            if (!LooksLikeJson(text.AsSpan(start))) return false;
            Torn(text, e, file, firstLine, into);
            return true;
        }
    }

    private static void Document(JsonElement json, JsonPlaces places, string file, Gathered into)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in json.EnumerateArray()) Item(item, new Place(file, places[i++]), into);
        }
        else if (JsonBrief.Is(json)) JsonBrief.Read(json, places, file, into);
        else Item(json, new Place(file, places.First), into);
    }

    /// <summary>One object by itself: an event where it says its type, else a probe, else something to keep.</summary>
    internal static void Item(JsonElement item, Place place, Gathered into)
    {
        if (item.ValueKind == JsonValueKind.String) into.Symptom(Json.Text(item), place);
        else if (item.ValueKind != JsonValueKind.Object)
        {
            into.Notes.Add(Notes.NotAnObject(place));
            into.Found(Event.Of("note", place, ("text", item.GetRawText())));
        }
        else if (item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String)
        {
            if (EventReader.Read(item, place, into.Notes) is { } e) into.Event(e);
        }
        else if (item.EnumerateObject().Any(p => ProbeTable.Known(p.Name)))
        {
            if (EventReader.Read(item, place, into.Notes, "probe") is { } probe) into.Found(probe);
        }
        else if (item.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            if (EventReader.Read(item, place, into.Notes, "symptom") is { } symptom) into.Found(symptom);
        }
        else
        {
            into.Notes.Add(Notes.MissingType(place));
            into.Found(Event.Of("note", place, ("text", item.GetRawText())));
        }
    }

    /// <summary>One object a line. A log is read as a log, so that its own notes come; records without a type are probes.</summary>
    private static void Lines(string text, string file, int firstLine, Gathered into)
    {
        var lines = text.Split('\n');
        if (lines.Any(l => l.Contains("\"type\"", StringComparison.Ordinal)))
        {
            IntakeReader.Log(new string('\n', firstLine - 1) + text, file, into);
            return;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var place = new Place(file, firstLine + i);
            try
            {
                Item(JsonElement.Parse(lines[i], JsonPlaces.Tolerant), place, into);
            }
            catch (JsonException e)
            {
                into.Notes.Add(Notes.TornJson(place, Json.Why(e)));
            }
        }
    }

    /// <summary>A list that breaks off: its whole items are read, and what cannot be is kept as a note.</summary>
    private static void Torn(string text, JsonException error, string file, int firstLine, Gathered into)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var read = 0;
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.String)
                {
                    var line = firstLine + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
                    Item(JsonElement.ParseValue(ref reader), new Place(file, line), into);
                    read++;
                }
            }
        }
        catch (JsonException)
        {
            // It was known that the text breaks off; where, the caller's error says.
        }

        if (read == 0) read = TornBrief(text, bytes, file, firstLine, into);
        var place = new Place(file, firstLine + (int)(error.LineNumber ?? 0));
        into.Notes.Add(Notes.TornDocument(place, Json.Why(error), read));
        if (read == 0) into.Found(Event.Of("note", place, ("text", text)));
    }

    /// <summary>A brief that breaks off: its whole parts, and the whole items of the part that is torn.</summary>
    /// <returns>How many parts and items were whole.</returns>
    private static int TornBrief(string text, byte[] bytes, string file, int firstLine, Gathered into)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var (whole, end, list, open) = (0, 0, false, "");
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName) continue;
                if (reader.CurrentDepth == 1) list = reader.TokenType == JsonTokenType.StartArray;
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) continue;
                if (reader.CurrentDepth > 2 || reader.CurrentDepth == 2 && !list) continue;
                (whole, end, open) = (whole + 1, (int)reader.BytesConsumed, reader.CurrentDepth == 2 ? "]}" : "}");
            }
        }
        catch (JsonException)
        {
            // It was known that the text breaks off.
        }

        if (whole == 0) return 0;
        var mended = Encoding.UTF8.GetString(bytes, 0, end) + open;
        var json = JsonElement.Parse(mended, JsonPlaces.Tolerant);
        if (!JsonBrief.Is(json)) return 0;
        JsonBrief.Read(json, new JsonPlaces(mended, firstLine), file, into);
        return whole;
    }

    private static bool LooksLikeLines(string text)
    {
        var objects = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty) continue;
            if (trimmed[0] != '{') return objects > 1;
            if (trimmed[^1] == '}' && LooksLikeJson(trimmed) && ++objects > 1) return true;
        }

        return objects > 0 || text.Length > 0 && !text.Contains('\n', StringComparison.Ordinal) && text.Contains("\"type\"", StringComparison.Ordinal);
    }

    private static bool LooksLikeJson(ReadOnlySpan<char> text)
    {
        var second = text[1..].TrimStart();
        return second.IsEmpty || text[0] == '{' ? second.IsEmpty || second[0] is '"' or '}' or '/' : second[0] is '{' or '"' or '[';
    }
}

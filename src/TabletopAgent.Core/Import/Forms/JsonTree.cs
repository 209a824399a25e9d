using System.Text;
using System.Text.Json;

namespace TabletopAgent.Import.Forms;

/// <summary>A value of a JSON document that still knows its line, which the usual parser forgets.</summary>
internal sealed class JsonTree
{
    /// <summary>More values than this no report has; what follows is left out.</summary>
    private const int Most = 400_000;

    public required int Line { get; init; }

    /// <summary>Of a text its text, of a number or flag how it is written; null for the rest.</summary>
    public string? Text { get; private init; }

    public bool IsText { get; private init; }
    public bool IsObject { get; private init; }
    public bool IsList { get; private init; }
    public List<JsonTree> Items { get; } = [];
    public List<(string Name, JsonTree Value)> Fields { get; } = [];

    public JsonTree? this[string name] => Fields.Find(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The text of the first of these fields that has one.</summary>
    public string? Of(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (this[name] is { IsText: true, Text.Length: > 0 } value) return value.Text;
        return null;
    }

    /// <summary>This value and all below it, in order.</summary>
    public IEnumerable<JsonTree> All() => Fields.Select(f => f.Value).Concat(Items).SelectMany(v => v.All()).Prepend(this);

    /// <summary>Reads as far as it can: a document that breaks off gives what stood before.</summary>
    /// <returns>Null where nothing of it is JSON.</returns>
    public static JsonTree? Read(string file, string text, List<Note> notes)
    {
        var bytes = Encoding.UTF8.GetBytes(Json.Mended(text));
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 100 });
        var open = new Stack<JsonTree>();
        JsonTree? root = null;
        var (line, at, count) = (1, 0, 0);
        string? name = null;
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                line += bytes.AsSpan(at, start - at).Count((byte)'\n');
                at = start;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName: name = Said(ref reader); continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray: open.Pop(); continue;
                }

                if (++count > Most)
                {
                    notes.Add(Notes.TooManyValues(new Place(file, line), Most));
                    return root;
                }

                var value = Value(ref reader, line);
                if (open.TryPeek(out var parent))
                {
                    if (parent.IsObject) parent.Fields.Add((name ?? "", value));
                    else parent.Items.Add(value);
                }

                root ??= value;
                if (value.IsObject || value.IsList) open.Push(value);
            }
        }
        catch (JsonException e)
        {
            notes.Add(Notes.TornImport(new Place(file, (int)Math.Min(int.MaxValue - 2, e.LineNumber ?? 0) + 1), Json.Why(e)));
        }

        return root;
    }

    private static JsonTree Value(ref Utf8JsonReader reader, int line) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new JsonTree { Line = line, IsObject = true },
        JsonTokenType.StartArray => new JsonTree { Line = line, IsList = true },
        JsonTokenType.String => new JsonTree { Line = line, IsText = true, Text = Said(ref reader) },
        JsonTokenType.Null => new JsonTree { Line = line },
        _ => new JsonTree { Line = line, Text = Encoding.UTF8.GetString(reader.ValueSpan) },
    };

    private static string Said(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}

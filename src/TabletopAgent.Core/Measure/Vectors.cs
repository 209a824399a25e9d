using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>Vectors that were fetched outside and appended to the log as <c>vectors</c> events, found by embedder and text.</summary>
internal sealed class Vectors
{
    private readonly Dictionary<(string Model, string Hash), double[]> _byText = [];
    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);

    public static Vectors Of(IEnumerable<Event> events, List<Note> notes)
    {
        var vectors = new Vectors();
        foreach (var e in events.Where(e => e.Type == "vectors"))
        {
            if (e.Text("text_hash") is not { } hash || !e.Fields.TryGetValue("vector", out var json)) continue;
            if (Read(json, "vector", e.Place, notes) is not { } vector) continue;
            var model = e.Fields.TryGetValue("embedder", out var embedder) ? Model(embedder) ?? "" : "";
            vectors._byText[(model, hash.ToLowerInvariant())] = vector;
            vectors._models.Add(model);
        }

        return vectors;
    }

    public bool Any => _models.Count > 0;

    /// <summary>The model to look texts up with: the probe's own, or the only one there is.</summary>
    public string? ModelFor(string? probeModel) =>
        _models.Count == 1 && probeModel is null ? _models.Min
        : probeModel is null ? null
        : _models.FirstOrDefault(m => m == probeModel || m.StartsWith(probeModel + "@", StringComparison.Ordinal));

    public double[]? Find(string? model, string? text) =>
        model is not null && text is not null ? _byText.GetValueOrDefault((model, Hash(text))) : null;

    /// <summary>SHA-256 of the UTF-8 text, lower-case hex.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A list of finite numbers, not all zero; anything else is null and a note.</summary>
    public static double[]? Read(JsonElement json, string field, Place place, List<Note> notes)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        if (json.ValueKind != JsonValueKind.Array)
        {
            notes.Add(Notes.BadVector(place, field, "is no list of numbers"));
            return null;
        }

        var vector = new double[json.GetArrayLength()];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetDouble(out vector[i]) || !double.IsFinite(vector[i]))
            {
                notes.Add(Notes.BadVector(place, field, $"holds {item.GetRawText()} at {i}, which is no finite number"));
                return null;
            }

            i++;
        }

        if (Array.Exists(vector, x => x != 0)) return vector;
        notes.Add(Notes.BadVector(place, field, vector.Length == 0 ? "is empty" : "is all zeros"));
        return null;
    }

    /// <summary><c>name</c> or <c>name@rev</c>, from text or from {name, rev}.</summary>
    public static string? Model(JsonElement embedder)
    {
        if (embedder.ValueKind == JsonValueKind.String) return Json.Text(embedder);
        if (embedder.ValueKind != JsonValueKind.Object || !embedder.TryGetProperty("name", out var name)) return null;
        return embedder.TryGetProperty("rev", out var rev) && rev.ValueKind is JsonValueKind.String or JsonValueKind.Number ? $"{Said(name)}@{Said(rev)}" : Said(name);

        static string Said(JsonElement json) => json.ValueKind == JsonValueKind.String ? Json.Text(json) : json.GetRawText();
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>Vectors that were fetched outside and appended to the log as <c>vectors</c> events, found by embedder and text.</summary>
/// <remarks>An event without a vector says that one was asked for and none came: that text stays unmeasured, and no other embedder hears it.</remarks>
internal sealed class Vectors
{
    private readonly Dictionary<(string Model, string Hash), double[]> _byText = [];
    private readonly SortedDictionary<string, int> _models = new(StringComparer.Ordinal);

    public static Vectors Of(IEnumerable<Event> events, List<Note> notes)
    {
        var vectors = new Vectors();
        foreach (var e in events.Where(e => e.Type == "vectors"))
        {
            if (e.Text("text_hash") is not { } hash) continue;
            var model = e.Fields.TryGetValue("embedder", out var embedder) ? Model(embedder) ?? "" : "";
            var known = vectors._models.GetValueOrDefault(model);
            var vector = e.Fields.TryGetValue("vector", out var json) ? Read(json, "vector", e.Place, notes) : null;
            if (vector is not null) vectors._byText[(model, hash.ToLowerInvariant())] = vector;
            vectors._models[model] = known + (vector is null ? 0 : 1);
        }

        return vectors;
    }

    public bool Any => _models.Count > 0;

    public bool Has(string? model) => model is not null && _models.GetValueOrDefault(model) > 0;

    /// <summary>
    /// The model to look the texts of a probe up with: its own. Where the log has none of that, another one counts as long as the record
    /// holds no vectors, for two models never meet in one number: of those that have its texts the one that has most of all texts.
    /// </summary>
    public string? ModelFor(Probe probe)
    {
        if (probe.EmbedModel is { } own && _models.Keys.FirstOrDefault(m => BuiltIn.Same(own, m)) is { } same) return same;
        return probe.OwnVectors ? null : _models.OrderByDescending(m => m.Value).Select(m => m.Key).FirstOrDefault(m => Texts(probe).Any(t => Find(m, t) is not null));
    }

    /// <summary>The texts of a probe event that vectors are wanted for; none where the record holds vectors of its own.</summary>
    public static IEnumerable<string> Wanted(Event e) => ProbeReader.AsRecorded(e) is { OwnVectors: false } probe ? Texts(probe) : [];

    private static IEnumerable<string> Texts(Probe probe)
    {
        var runs = probe.Runs.Where(r => r.Joined is not null).ToList();
        var texts = runs.SelectMany(r => new[] { r.Question ?? probe.Question, r.Joined, r.Answer });
        if (probe.Expected?.Text is { } expected) texts = texts.Concat([probe.Question, expected]);
        if (runs.Count > 0) texts = texts.Append(probe.Decoy?.Text);
        return texts.OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t));
    }

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

    /// <summary>An embedder as logs name it; <see cref="Model"/> reads it.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Named((string Name, string? Rev) embedder)
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["name"] = Json.Element(embedder.Name) };
        if (embedder.Rev is { } rev) named["rev"] = Json.Element(rev);
        return named;
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

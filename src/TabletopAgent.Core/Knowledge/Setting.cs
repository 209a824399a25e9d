using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Knowledge;

/// <summary>What an exercise starts from: tier, services, stores, regions, indexes and their baselines, as the first line of its log says them.</summary>
/// <param name="Fields">Fields of an <c>exercise</c> event by name.</param>
internal sealed record Setting(IReadOnlyDictionary<string, JsonElement> Fields)
{
    private static readonly string[] Names = ["tier", "topology", "services", "stores", "index", "baseline", "targets"];

    public static Setting Read(FrontMatter head, List<Note> notes)
    {
        var given = Names.Select(n => (Name: n, Value: head.Yaml.Json(n))).Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!.Value, StringComparer.Ordinal);
        // The reader of events knows what each field may be, and says so.
        var said = new List<Note>();
        var e = EventReader.Read(Json.Element(given), head.At("id"), said, "exercise");
        notes.AddRange(said);
        foreach (var name in new[] { "tier", "topology", "services", "stores", "baseline" })
            if (e?.Fields.ContainsKey(name) != true) notes.Add(Notes.Incomplete(head.At(name), $"front matter has no \"{name}\"; an exercise cannot be measured without it."));
        return new Setting(e?.Fields ?? new Dictionary<string, JsonElement>());
    }

    public IEnumerable<Served> Services => Objects("services").Select(s => new Served(Text(s, "name"), Text(s, "tier"), s.TryGetProperty("rag", out var rag) && rag.ValueKind == JsonValueKind.True));

    public IEnumerable<string> Stores => Objects("stores").Select(s => Text(s, "name"));

    /// <summary>Services that have the figures they are to be compared with.</summary>
    public IEnumerable<string> Baselines => Objects("baseline").Select(b => Text(b, "service"));

    private IEnumerable<JsonElement> Objects(string name) =>
        Fields.TryGetValue(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.Object) : [];

    private static string Text(JsonElement o, string name) => o.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? Json.Text(v) : "";
}

/// <param name="Tier">S, A or B; "" where it is not said.</param>
/// <param name="Rag">Whether its answers rest on retrieval, so that ΔS and coverage are among its gates.</param>
internal sealed record Served(string Name, string Tier, bool Rag);

using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>One line of an exercise. An exercise is its events and nothing else.</summary>
/// <param name="Type">One of <see cref="EventCatalog"/>.</param>
/// <param name="At">UTC; null where the source gives no time (a brief, a probe file).</param>
/// <param name="Place">The line it was read from, kept to the report.</param>
/// <param name="Fields">Every field by its canonical snake_case name, known or not, except type, at, seq and prev.</param>
/// <param name="Seq">1, 2, …; null in logs that are not chained.</param>
/// <param name="Prev">SHA-256 of the line before, hex.</param>
internal sealed record Event(
    string Type, DateTimeOffset? At, Place Place, IReadOnlyDictionary<string, JsonElement> Fields, long? Seq = null, string? Prev = null)
{
    /// <summary>SHA-256 of the line before, hex; made of the line when it is asked for, for few ask.</summary>
    public string? Prev { get => field ?? (Fields as LineFields)?.Prev; init; } = Prev;

    /// <summary>Whether it stands in a chain, or claims to.</summary>
    public bool Chained => Seq is not null && (Fields is LineFields { HasPrev: true } || Prev is not null);

    public string? Text(string field) => Fields is LineFields line ? line.Text(field) : Fields.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.String ? Json.Text(v) : null;

    /// <summary>The number in a field, or null: absent, not a number, NaN and infinity are all "not measured".</summary>
    public double? Number(string field) => Fields is LineFields line ? line.Number(field)
        : Fields.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.Number && v.TryGetDouble(out var d) && double.IsFinite(d) ? d : null;

    public bool? Flag(string field) => Fields is LineFields line ? line.Flag(field)
        : Fields.TryGetValue(field, out var v) && v.ValueKind is JsonValueKind.True or JsonValueKind.False ? v.ValueKind == JsonValueKind.True : null;

    public string? Service => Text("service");
    public string? Region => Text("region");

    /// <summary>Makes an event that came from no JSON: a flag, a line of a brief, a row of a table.</summary>
    public static Event Of(string type, Place place, params (string Name, object? Value)[] fields) =>
        new(type, null, place, fields.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => Json.Element(f.Value!), StringComparer.Ordinal));
}

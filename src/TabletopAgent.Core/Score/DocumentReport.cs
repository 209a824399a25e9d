using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>What an import put into the first line about the document it read: its own times and figures, and where it disagrees with itself.</summary>
internal static class DocumentReport
{
    /// <summary>The milestones people claimed; an imported document adds its figures, its own clock and its zone.</summary>
    public static StatedReport Stated(Event? head, Times claimed)
    {
        var times = OutcomeReport.Times(claimed);
        var document = Object(head, "stated");
        return new StatedReport(
            times.Impact, times.Detected, times.Declared, times.Mitigated, times.Cutover, times.Stable, times.Resolved, Number(document, "time_to_detect_min"),
            Number(document, "time_to_repair_min"), Number(document, "time_to_resolve_min"), Number(document, "duration_min"), Local(document), Zone(document));
    }

    public static SourceReport? Source(Event? head) =>
        Object(head, "source") is { } source && Text(source, "file") is { } file ? new SourceReport(file, Text(source, "format"), (int?)Number(source, "line")) : null;

    public static IEnumerable<Finding> Findings(Event? head)
    {
        if (head?.Fields.TryGetValue("findings", out var findings) is not true || findings.ValueKind != JsonValueKind.Array) yield break;
        foreach (var finding in findings.EnumerateArray())
            if (finding.ValueKind == JsonValueKind.Object && Text(finding, "id") is { } id && Text(finding, "kind") is { } kind)
                yield return new Finding(id, kind, Text(finding, "text") ?? "", Texts(finding, "evidence"));
    }

    private static Dictionary<string, string>? Local(JsonElement? document)
    {
        if (document is not { } stated || !stated.TryGetProperty("local", out var local) || local.ValueKind != JsonValueKind.Object) return null;
        return local.EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.String).ToDictionary(t => t.Name, t => Json.Text(t.Value), StringComparer.Ordinal);
    }

    private static ZoneReport? Zone(JsonElement? document) =>
        document is { } stated && stated.TryGetProperty("zone", out var zone) && zone.ValueKind == JsonValueKind.Object && Text(zone, "used") is { } used && Text(zone, "from") is { } from
            ? new ZoneReport(used, from)
            : null;

    private static JsonElement? Object(Event? head, string name) =>
        head?.Fields.TryGetValue(name, out var value) is true && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement? of, string name) =>
        of is { } o && o.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Json.Text(value) : null;

    private static double? Number(JsonElement? of, string name) =>
        of is { } o && o.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private static IReadOnlyList<string> Texts(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(Json.Text)] : [];
}

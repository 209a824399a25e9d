using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Measure;

namespace TabletopAgent.Diagnose;

/// <summary>
/// Everything known about a case. Facts of one event belong together, for a rule on stage and code means one and the same event; what
/// was measured over many events, or said in words, stands beside each of them.
/// </summary>
internal sealed class CaseFacts
{
    private static readonly string[] Observed = ["sli", "error", "writes", "safety", "check"];

    public required IReadOnlyList<Fact> Everywhere { get; init; }
    public required IReadOnlyList<IReadOnlyList<Fact>> OfEvents { get; init; }

    public IEnumerable<Fact> All => Everywhere.Concat(OfEvents.SelectMany(e => e));

    public static CaseFacts Of(Exercise exercise, ProbeBoard board, IReadOnlyList<IndexIdentity> indexes, Targets targets)
    {
        var everywhere = MeasuredFacts.Of(board, indexes, targets);
        foreach (var said in exercise.Said) everywhere.AddRange(FactReader.Read(said.Text, said.Place, said.At));
        var baselines = Baselines(exercise.Head);
        var ofEvents = new List<IReadOnlyList<Fact>>();
        foreach (var e in exercise.Events)
        {
            if (!Observed.Contains(e.Type, StringComparer.Ordinal)) continue;
            var facts = Fields(e).ToList();
            if (e.Type == "sli" && Baseline(baselines, e) is { } baseline) facts.AddRange(Against(e, baseline));
            if (facts.Count > 0) ofEvents.Add(facts);
        }

        return new CaseFacts { Everywhere = everywhere, OfEvents = ofEvents };
    }

    private static IEnumerable<Fact> Fields(Event e)
    {
        foreach (var (name, value) in e.Fields)
        {
            var quote = $"{e.Type} {name}";
            if (e.Number(name) is { } number) yield return new Fact(name, number, null, Source.Reported, e.Place, quote, null, e.At);
            else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) yield return new Fact(name, null, e.Flag(name) == true ? "true" : "false", Source.Reported, e.Place, quote, null, e.At);
            else if (value.ValueKind == JsonValueKind.String) yield return new Fact(name, null, e.Text(name), Source.Reported, e.Place, quote, null, e.At);
        }
    }

    /// <summary>Ratios to the baseline of the same service and region.</summary>
    private static IEnumerable<Fact> Against(Event e, JsonElement baseline)
    {
        if (Ratio("p95_warm_ms") is { } p95) yield return p95 with { Name = "p95_ratio" };
        if (Ratio("queue_depth") is { } queue) yield return queue with { Name = "queue_ratio" };
        if (Before("cache_hit_pct") is { } hit && e.Number("cache_hit_pct") is { } now)
            yield return new Fact("cache_drop_points", Math.Round(hit - now, 4), null, Source.Measured, e.Place, FormattableString.Invariant($"cache_hit_pct {hit} → {now}"), null, e.At);

        double? Before(string name) => baseline.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetDouble() : null;

        Fact? Ratio(string name) => Before(name) is > 0 and var before && e.Number(name) is { } value
            ? new Fact(name, Math.Round(value / before, 4), null, Source.Measured, e.Place, FormattableString.Invariant($"{name} {before} → {value}"), null, e.At)
            : null;
    }

    private static List<JsonElement> Baselines(Event? head)
    {
        if (head is null || !head.Fields.TryGetValue("baseline", out var baseline)) return [];
        return baseline.ValueKind switch
        {
            JsonValueKind.Array => [.. baseline.EnumerateArray().Where(b => b.ValueKind == JsonValueKind.Object)],
            JsonValueKind.Object => [baseline],
            _ => [],
        };
    }

    private static JsonElement? Baseline(List<JsonElement> baselines, Event e)
    {
        foreach (var b in baselines)
            if (Same(b, "service", e.Service) && Same(b, "region", e.Region)) return b;
        return null;

        static bool Same(JsonElement b, string name, string? value) =>
            !b.TryGetProperty(name, out var v) || v.ValueKind != JsonValueKind.String || value is null || v.ValueEquals(value);
    }
}

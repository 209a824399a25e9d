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

    /// <summary>Names of figures that keep their bounds, wherever they stand.</summary>
    public required IReadOnlyList<string> Within { get; init; }

    /// <summary>Names of figures that do not, at least once.</summary>
    public required IReadOnlyList<string> Beyond { get; init; }

    public IEnumerable<Fact> All => Everywhere.Concat(OfEvents.SelectMany(e => e));

    public static CaseFacts Of(Exercise exercise, ProbeBoard board, IReadOnlyList<IndexIdentity> indexes, Targets targets)
    {
        var everywhere = Timed(MeasuredFacts.Of(board, indexes, targets), exercise);
        foreach (var said in exercise.Said) everywhere.AddRange(FactReader.Read(said.Text, said.Place, said.At));
        var baselines = Baselines(exercise.Head);
        // The last row of a store wins.
        var lastOf = exercise.Events.Where(e => e.Type == "writes").GroupBy(e => e.Text("store")).Select(g => g.Last()).ToHashSet();
        var ofEvents = new List<IReadOnlyList<Fact>>();
        foreach (var e in exercise.Events)
        {
            // Of a symptom the words are heard; only a cause that its report names is a fact.
            if (e.Type == "symptom" && e.Text("cause") is { } cause) ofEvents.Add([new Fact("cause", null, cause, Source.Reported, e.Place, e.Text("text") ?? cause, null, e.At)]);
            if (!Observed.Contains(e.Type, StringComparer.Ordinal) || e.Type == "writes" && !lastOf.Contains(e)) continue;
            var facts = Fields(e).ToList();
            if (e.Type == "sli" && Baseline(baselines, e) is { } baseline) facts.AddRange(Against(e, baseline));
            if (e.Type == "writes" && Unaccounted(e) is { } gap) facts.Add(gap);
            if (facts.Count > 0) ofEvents.Add(facts);
        }

        var kept = everywhere.Concat(ofEvents.SelectMany(e => e)).ToLookup(new Bounds(targets).Keeps, f => f.Name);
        var beyond = kept[false].Distinct().ToList();
        return new CaseFacts { Everywhere = everywhere, OfEvents = ofEvents, Beyond = beyond, Within = [.. kept[true].Distinct().Except(beyond)] };
    }

    /// <summary>What probes say is known since the first probe of their phase.</summary>
    private static List<Fact> Timed(List<Fact> measured, Exercise exercise)
    {
        if (measured.Count == 0) return measured;
        var probes = exercise.Events.Where(e => e.Type == "probe").ToList();
        var since = probes.Where(e => e.At is not null).GroupBy(e => e.Text("phase") ?? "").ToDictionary(g => g.Key, g => g.Min(e => e.At), StringComparer.Ordinal);
        var phases = probes.GroupBy(e => e.Place).ToDictionary(g => g.Key, g => g.First().Text("phase") ?? "");
        return [.. measured.Select(f => phases.TryGetValue(f.Place, out var phase) && since.TryGetValue(phase, out var at) ? f with { At = at } : f)];
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

    /// <summary>Acknowledged writes that are neither there nor explained; what a row leaves out is none.</summary>
    private static Fact? Unaccounted(Event e)
    {
        if (e.Number("acked") is not { } acked || e.Number("present") is not { } present) return null;
        var gap = acked - present - (e.Number("replayed") ?? 0) - (e.Number("deduped") ?? 0) - (e.Number("documented_lost") ?? 0);
        return new Fact("unaccounted", gap, null, Source.Measured, e.Place, $"writes of {e.Text("store") ?? "a store"}: {acked} acknowledged, {gap} unexplained", null, e.At);
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

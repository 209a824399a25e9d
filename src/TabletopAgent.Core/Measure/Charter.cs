using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <param name="Tier">S, A, or another that has no bar; null where the exercise names none either.</param>
/// <param name="Rag">Answers from retrieved text, so that its semantic gates count too.</param>
/// <param name="SloPct">Share of requests it promises to answer, over 30 days in each region; null where nobody promised.</param>
internal sealed record ServiceTerms(string Name, string? Tier, bool Rag, double? SloPct = null);

/// <param name="RpoMinutes">How old recovered data may be; null where nobody said.</param>
internal sealed record StoreTerms(string Name, double? RpoMinutes);

/// <summary>How it was before. What a field leaves out it says nothing about; a service, region or prefix left out stands for any.</summary>
internal sealed record Baseline(
    string? Service, string? Region, string? Prefix, double? P95WarmMs, double? Samples, double? CacheHitPct, double? QueueDepth, IReadOnlyList<string>? ErrorClasses);

/// <summary>What was agreed before it began: the exercise line of a log, typed.</summary>
internal sealed record Charter(
    Event? Head, string? Tier, IReadOnlyList<ServiceTerms> Services, IReadOnlyList<StoreTerms> Stores, IReadOnlyDictionary<string, string> Roles,
    IReadOnlyList<Baseline> Baselines)
{
    public static Charter Of(Event? head, List<Note> notes)
    {
        if (head is null) return new Charter(null, null, [], [], new Dictionary<string, string>(), []);
        var tier = head.Text("tier");
        var services = Items(head, "services").Select(s => ReadService(s, tier, head.Place, notes)).OfType<ServiceTerms>().DistinctBy(s => s.Name).ToList();
        foreach (var s in services.Where(s => s.Tier is not (null or "S" or "A"))) notes.Add(Notes.UnknownTier(head.Place, s.Name, s.Tier!));
        return new Charter(
            head, tier, services, [.. Items(head, "stores").Select(ReadStore).OfType<StoreTerms>().DistinctBy(s => s.Name)], ReadRoles(head),
            [.. Items(head, "baseline").Where(b => b.ValueKind == JsonValueKind.Object).Select(b => ReadBaseline(b, head.Place, notes))]);
    }

    private static List<JsonElement> Items(Event head, string field) => !head.Fields.TryGetValue(field, out var json) ? []
        : json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];

    /// <summary>A name alone is a service too.</summary>
    private static ServiceTerms? ReadService(JsonElement json, string? tier, Place at, List<Note> notes) => json.ValueKind == JsonValueKind.Object
        ? json.Text("name") is { } name
            ? new ServiceTerms(name, json.Text("tier")?.Trim().ToUpperInvariant() ?? tier, json.Get("rag")?.ValueKind == JsonValueKind.True, Slo(json, name, at, notes)) : null
        : ProbeFields.Plain(json) is { Length: > 0 } plain ? new ServiceTerms(plain, tier, false) : null;

    /// <summary>A promise of everything leaves no budget to burn, one of nothing is none.</summary>
    private static double? Slo(JsonElement json, string service, Place at, List<Note> notes)
    {
        if (Number(json, "slo_pct") is not { } slo || slo is > 0 and < 100) return Number(json, "slo_pct");
        notes.Add(Notes.BadSlo(at, service, slo));
        return null;
    }

    private static StoreTerms? ReadStore(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? json.Text("name") is { } name ? new StoreTerms(name, Number(json, "rpo_minutes") is { } rpo and >= 0 ? rpo : null) : null
        : ProbeFields.Plain(json) is { Length: > 0 } plain ? new StoreTerms(plain, null) : null;

    private static Dictionary<string, string> ReadRoles(Event head)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!head.Fields.TryGetValue("roles", out var json) || json.ValueKind != JsonValueKind.Object) return roles;
        foreach (var role in json.EnumerateObject())
            if (ProbeFields.Plain(role.Value) is { } person) roles[role.Name.Replace('_', '-').Replace(' ', '-').ToLowerInvariant()] = person.Trim();
        return roles;
    }

    private static Baseline ReadBaseline(JsonElement json, Place at, List<Note> notes)
    {
        var classes = json.Get("error_classes") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(ProbeFields.Plain).OfType<string>().Select(ErrorRows.Normal).ToList() : null;
        return new Baseline(
            json.Text("service"), json.Text("region"), json.Text("cache_prefix"), Above0("p95_warm_ms"), Number(json, "samples"), Number(json, "cache_hit_pct"),
            Number(json, "queue_depth"), classes);

        double? Above0(string field)
        {
            if (Number(json, field) is not { } value || value > 0) return Number(json, field);
            notes.Add(Notes.BadBaseline(at, field, value));
            return null;
        }
    }

    private static double? Number(JsonElement json, string field) =>
        json.Get(field) is { ValueKind: JsonValueKind.Number } n && n.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;
}

using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Play;

/// <summary>Where the median of the probes lies.</summary>
internal enum ProbeBand
{
    Unmeasured,
    Pass,
    Review,
    Act,
}

/// <summary>A service as its latest sample shows it. Times are of time played.</summary>
/// <param name="RedSince">Of its first breach that has not ended; null while green.</param>
internal sealed record ServiceState(Served Service, TimeSpan? Sampled = null, TimeSpan? RedSince = null, TimeSpan? GreenSince = null);

/// <summary>Where the team stands, folded for the driver and the reminders: which services are red, and what was done about it to what effect.</summary>
internal sealed class Standing(Targets targets)
{
    private readonly Dictionary<string, ServiceState> _services = new(StringComparer.Ordinal);
    private readonly List<Event> _probes = [];
    private JsonElement _baseline;
    private ProbeBand? _band;

    public IEnumerable<ServiceState> Services => _services.Values;

    /// <summary>Changes since the last inject, or since the last one that turned something green.</summary>
    public int FutileChanges { get; private set; }

    /// <summary>When something was last decided or changed.</summary>
    public TimeSpan? LastAction { get; private set; }

    public IReadOnlyList<Event> Probes => _probes;

    public void Take(Event e, TimeSpan played)
    {
        switch (e.Type)
        {
            case "exercise": Begin(e); break;
            case "inject" when e.Text("state") is null or "released": FutileChanges = 0; break;
            case "sli" when e.Service is { } service: Sample(service, e, played); break;
            case "probe":
                _probes.Add(e);
                _band = null;
                break;
            case "decision": LastAction = played; break;
            case "change": (LastAction, FutileChanges) = (played, FutileChanges + 1); break;
        }
    }

    /// <summary>By the latest phase after the baseline.</summary>
    public ProbeBand Band => _band ??= Judge();

    private ProbeBand Judge()
    {
        if (_probes.Count == 0 || ProbeBoard.Of(_probes, targets).Latest is not { } latest || latest.Phase == Phase.Baseline) return ProbeBand.Unmeasured;
        var (ds, coverage) = (latest.DsMedian, latest.CoverageMedian);
        return ds >= targets.DeltaSAct || coverage < targets.CoveragePass ? ProbeBand.Act
            : ds > targets.DeltaSPass ? ProbeBand.Review
            : ds is null && coverage is null ? ProbeBand.Unmeasured : ProbeBand.Pass;
    }

    private void Begin(Event head)
    {
        foreach (var service in new Setting(head.Fields).Services) _services.TryAdd(service.Name, new ServiceState(service));
        head.Fields.TryGetValue("baseline", out _baseline);
    }

    private void Sample(string name, Event e, TimeSpan played)
    {
        var before = _services.GetValueOrDefault(name) ?? new ServiceState(new Served(name, "", false));
        if (Red(e) is not { } red) return;
        if (!red && before.RedSince is not null) FutileChanges = 0;
        _services[name] = red
            ? before with { Sampled = played, RedSince = before.RedSince ?? played, GreenSince = null }
            : before with { Sampled = played, RedSince = null, GreenSince = before.GreenSince ?? played };
    }

    /// <summary>Whether a sample breaks one of its gates; null where it says nothing about any.</summary>
    private bool? Red(Event e)
    {
        bool?[] gates =
        [
            e.Flag("ok") is { } ok ? !ok : null,
            e.Number("error_pct") is { } errors ? errors > targets.ErrorPct : null,
            e.Number("p95_warm_ms") is { } p95 && Before(e, "p95_warm_ms") is { } base95 ? p95 > base95 * targets.P95Ratio : null,
            e.Number("cache_hit_pct") is { } hit && Before(e, "cache_hit_pct") is { } baseHit ? Math.Abs(hit - baseHit) > targets.CacheDropPoints : null,
        ];
        return gates.All(g => g is null) ? null : gates.Any(g => g == true);
    }

    private double? Before(Event e, string field)
    {
        if (_baseline.ValueKind != JsonValueKind.Array) return null;
        foreach (var row in _baseline.EnumerateArray())
            if (Same(row, "service", e.Service) && Same(row, "region", e.Region) && row.TryGetProperty(field, out var v) && v.ValueKind == JsonValueKind.Number) return v.GetDouble();
        return null;

        static bool Same(JsonElement row, string name, string? value) =>
            value is null || !row.TryGetProperty(name, out var v) || v.ValueKind != JsonValueKind.String || v.ValueEquals(value);
    }
}

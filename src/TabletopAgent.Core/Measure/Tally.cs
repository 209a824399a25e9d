using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>Takes the events of an exercise one at a time, in any order, and says what they come to.</summary>
internal sealed class Tally(Targets house)
{
    private readonly List<Event> _heads = [];
    private readonly Samples _samples = new();
    private readonly ErrorRows _errors = new();
    private readonly Entries _entries = new();
    private readonly ProbeTally _probes = new(house);
    private readonly Dictionary<string, Place> _timeless = new(StringComparer.Ordinal);

    public void Add(Event e)
    {
        if (e.At is null && e.Type is "sli" or "error" or "milestone" or "clock" or "change") _timeless.TryAdd(e.Type, e.Place);
        switch (e.Type)
        {
            case "exercise": _heads.Add(e); break;
            case "sli": _samples.Add(e); break;
            case "error": _errors.Add(e); break;
            case "probe" or "vectors": _probes.Add(e); break;
            case "note": break;
            default: _entries.Add(e); break;
        }
    }

    public Outcome Outcome()
    {
        var notes = new List<Note>();
        foreach (var (type, place) in _timeless.OrderBy(t => t.Key, StringComparer.Ordinal)) notes.Add(Notes.NoTime(place, type));
        _heads.Sort(Entries.InTime);
        foreach (var second in _heads.Skip(1)) notes.Add(Notes.SecondExercise(second.Place, _heads[0].Place));
        var charter = Charter.Of(_heads.Count > 0 ? _heads[0] : null, notes);
        var targets = house;
        var until = _samples.Rows.Count > 0 ? _samples.Rows[^1].At : long.MinValue;
        var clock = ExerciseClock.Of(_entries.Of("clock"), until, notes);
        var services = Services(charter).Select(s => OfService(s, charter, clock, until, targets)).ToList();
        var impact = services.Min(s => s.Breach?.At) ?? Onset(null)?.At;
        var stores = Stores(charter, impact, targets, notes);
        return new Outcome(
            charter, targets, clock, _probes.Board, services, stores, impact, Times.Measured(services, _entries), Times.Stated(_entries.Of("milestone")),
            Verdicts.Rto(services, charter, targets), Verdicts.Rpo(stores), [.. _probes.Board.Notes, .. notes]);
    }

    /// <summary>Those named in the beginning, then those that samples name.</summary>
    private List<ServiceTerms> Services(Charter charter)
    {
        var services = charter.Services.ToList();
        var named = _samples.Keys.Select(k => k.Service).OfType<string>().Distinct().Except(services.Select(s => s.Name)).Order(StringComparer.Ordinal);
        services.AddRange(named.Select(n => new ServiceTerms(n, charter.Tier, false)));
        if (services.Count == 0 && _samples.Keys.Count > 0) services.Add(new ServiceTerms("service", charter.Tier, false));
        return services;
    }

    private ServiceRto OfService(ServiceTerms service, Charter charter, ExerciseClock clock, long until, Targets targets)
    {
        var gates = new Gates(_samples.Keys, charter.Baselines, targets);
        bool[] keys = [.. _samples.Keys.Select(k => k.Service is null || k.Service == service.Name)];
        var rounds = service.Rag ? ProbeRounds.Of(_probes.Of(service.Name), targets) : [];
        var moments = Moments.Of(_samples.Rows, keys, gates, rounds, clock);
        return ServiceRto.Of(service, moments, Onset(service.Name), since => !rounds.Exists(r => r.At >= since), until, clock, targets);
    }

    /// <summary>When it should have broken, as far as people say: the first impact claimed, else the first inject.</summary>
    private Onset? Onset(string? service)
    {
        foreach (var m in _entries.Of("milestone"))
            if (m.At is { } at && m.Text("what") == "impact" && (service is null || m.Service is null || m.Service == service)) return new Onset(at.UtcTicks, "the impact claimed", m.Place);
        foreach (var i in _entries.Of("inject"))
            if (i.At is { } at && i.Text("state") is null or "released") return new Onset(i.At!.Value.UtcTicks, "the first inject", i.Place);
        return null;
    }

    /// <summary>The last row of a store wins.</summary>
    private List<StoreRpo> Stores(Charter charter, long? impact, Targets targets, List<Note> notes)
    {
        var last = new Dictionary<string, Event>(StringComparer.Ordinal);
        foreach (var row in _entries.Of("writes")) last[row.Text("store") ?? ""] = row;
        var stores = charter.Stores.Select(s => StoreRpo.Of(s.Name, last.GetValueOrDefault(s.Name), s.RpoMinutes, impact, targets, notes)).ToList();
        foreach (var (name, row) in last.OrderBy(s => s.Key, StringComparer.Ordinal))
            if (charter.Stores.All(s => s.Name != name)) stores.Add(StoreRpo.Of(name.Length > 0 ? name : "store", row, null, impact, targets, notes));
        return stores;
    }
}

using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>Takes the events of an exercise one at a time, in any order, and says what they come to.</summary>
internal sealed class Tally
{
    private readonly Targets _house;
    private readonly List<Event> _heads = [];
    private readonly Samples _samples = new();
    private readonly ErrorRows _errors = new();
    private readonly Entries _entries = new();
    private readonly ProbeTally _probes = new();
    private readonly Tracks _tracks;
    private (Event? Head, Charter Charter, Targets Bars, IReadOnlyList<Finding> Findings, IReadOnlyList<Note> Notes)? _read;
    private (int Places, Charter Charter, Gates Gates)? _gates;
    private readonly Dictionary<string, Place> _timeless = new(StringComparer.Ordinal);

    public Tally(Targets house) => (_house, _tracks) = (house, new Tracks(_samples));

    public void Add(Event e)
    {
        if (e.At is null && e.Type is "sli" or "error" or "milestone" or "clock" or "change") _timeless.TryAdd(e.Type, e.Place);
        switch (e.Type)
        {
            case "exercise": _heads.Add(e.Alone()); break;
            case "sli": _samples.Add(e); break;
            case "error": _errors.Add(e); break;
            case "probe" or "vectors": _probes.Add(e.Alone()); break;
            case "note": break;
            default: _entries.Add(e.Alone()); break;
        }
    }

    /// <summary>Lays corrections over what was taken in under this number.</summary>
    public void Correct(long seq, Corrections corrections)
    {
        for (var i = 0; i < _heads.Count; i++)
            if (_heads[i].Seq == seq) _heads[i] = corrections.Apply(_heads[i]);
        _samples.Correct(seq, corrections);
        _errors.Correct(seq, corrections);
        _entries.Correct(seq, corrections);
        _probes.Correct(seq, corrections);
    }

    /// <param name="references">What the knowledge says of runbooks and scenarios.</param>
    public Outcome Outcome(References references)
    {
        var notes = new List<Note>();
        foreach (var type in _timeless.Keys.Order(StringComparer.Ordinal)) notes.Add(Notes.NoTime(_timeless[type], type));
        var heads = Entries.Sorted(_heads);
        var head = heads.Count > 0 ? heads[0] : null;
        foreach (var second in heads.Skip(1)) notes.Add(Notes.SecondExercise(second.Place, head!.Place));
        if (_read is not { } read || !ReferenceEquals(read.Head, head)) _read = read = Read(head, _house);
        var (charter, bars, findings) = (read.Charter, read.Bars, read.Findings);
        notes.AddRange(read.Notes);

        var last = _samples.Rows.Count > 0 ? _samples.Rows[^1].At : long.MinValue;
        // A date from the future comes last, so looking at the end is enough.
        if (_samples.Rows is [.., var before, var end] && TimeSpan.FromTicks(end.At - before.At).TotalDays is > 1 and var days) notes.Add(Notes.FarAway(end.Place, days));
        var clock = ExerciseClock.Of(_entries.Of("clock"), last, notes);
        var until = Math.Max(last, clock.End ?? long.MinValue);
        var gates = GatesOf(charter, bars);
        var tracks = Services(charter).Select(s => _tracks.Of(s, gates, s.Rag ? _probes.Rounds(s.Name, bars) : [], Onset(s.Name), clock)).ToList();
        var services = tracks.Select(t => ServiceRto.Of(t, until, clock, bars)).ToList();
        var impact = services.Min(s => s.Breach?.At) ?? Onset(null)?.At;
        var stores = Stores(charter, impact, bars, notes);
        var (measured, stated) = (Times.Measured(services, _entries), Times.Stated(_entries.Of("milestone")));
        var comms = CommsCadence.Of(_entries.Of("comms"), stated.Declared, measured.Stable, until, clock, bars);
        var checks = ExactChecks.Of(_entries.Of("check"), head?.Text("scenario") is { } scenario ? references.Checks(scenario) : []);
        var (ops, opsFindings) = new Ops(_samples, _errors, charter, gates, services, bars).Judge();
        var (safety, safetyFindings) = SafetyBattery.Judge(_entries.Of("safety"), references, bars);
        var (docs, docsFindings) = Docs.Judge(_entries, charter, comms, references);
        var board = _probes.Board(bars);
        return new Outcome(
            charter, bars, clock, until, board, tracks, services, stores, impact, measured, stated, comms, checks, Verdicts.Rto(services, charter, bars), Verdicts.Rpo(stores), safety, ops, docs,
            [.. findings, .. opsFindings, .. safetyFindings, .. docsFindings, .. comms.Findings, .. ExactChecks.Findings(checks)], _entries, [.. board.Notes, .. notes]);
    }

    /// <summary>What was sampled of each service over time, for those who want to see it.</summary>
    /// <param name="outcome">What it came to, of this same tally.</param>
    public IReadOnlyList<ServiceTrace> Traces(Outcome outcome)
    {
        var gates = GatesOf(outcome.Charter, outcome.Bars);
        return [.. outcome.Services.Select((s, i) => ServiceTrace.Of(outcome.Tracks[i].Service, s, _samples, gates, outcome))];
    }

    private static (Event? Head, Charter Charter, Targets Bars, IReadOnlyList<Finding> Findings, IReadOnlyList<Note> Notes) Read(Event? head, Targets house)
    {
        var notes = new List<Note>();
        var charter = Charter.Of(head, notes);
        var (bars, findings) = LoggedTargets.Of(head, house, notes);
        return (head, charter, bars, findings, notes);
    }

    /// <summary>The same gates until another place is sampled or the first line changes.</summary>
    private Gates GatesOf(Charter charter, Targets bars)
    {
        if (_gates is { } known && known.Places == _samples.Keys.Count && ReferenceEquals(known.Charter, charter)) return known.Gates;
        var gates = new Gates(_samples.Keys, charter.Baselines, bars);
        _gates = (_samples.Keys.Count, charter, gates);
        return gates;
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
        foreach (var name in last.Keys.Order(StringComparer.Ordinal))
            if (charter.Stores.All(s => s.Name != name)) stores.Add(StoreRpo.Of(name.Length > 0 ? name : "store", last[name], null, impact, targets, notes));
        return stores;
    }
}

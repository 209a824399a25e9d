using TabletopAgent.Exercises;
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
/// <param name="RedSince">Of the breach that has not ended; null while green.</param>
/// <param name="BreachSince">Of the first breach since it was last stable: recovery is measured from there, for green that does not hold is none.</param>
internal sealed record ServiceState(ServiceTerms Service, TimeSpan? Sampled = null, TimeSpan? RedSince = null, TimeSpan? GreenSince = null, TimeSpan? BreachSince = null);

/// <summary>Where the team stands, folded for the driver and the reminders: which services are red, and what was done about it to what effect.</summary>
internal sealed class Standing(Targets targets)
{
    private readonly Dictionary<string, ServiceState> _services = new(StringComparer.Ordinal);
    private readonly List<Event> _probes = [];
    private Charter _charter = Charter.Of(null, []);
    private readonly Dictionary<Phase, TimeSpan> _asked = [];
    private (ProbeBand Band, TimeSpan? OffSince)? _answers;

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
                if (Enum.TryParse<Phase>(e.Text("phase"), true, out var phase)) _asked.TryAdd(phase, played);
                _answers = null;
                break;
            case "decision": LastAction = played; break;
            case "change": (LastAction, FutileChanges) = (played, FutileChanges + 1); break;
        }
    }

    /// <summary>By the latest phase after the baseline.</summary>
    public ProbeBand Band => Answers.Band;

    /// <summary>Since when a service that answers from what it finds has not recovered, whatever its samples say; null: it has.</summary>
    /// <returns>Null too for a service that retrieves nothing.</returns>
    public TimeSpan? UnstableSince(ServiceState service)
    {
        if (service.RedSince is not null) return service.BreachSince;
        if (!service.Service.Rag || Answers.OffSince is not { } off) return null;
        var held = service.GreenSince is { } green && (off - green).TotalMinutes >= targets.SteadyHold;
        return service.BreachSince is { } breach && !held ? breach : off;
    }

    private (ProbeBand Band, TimeSpan? OffSince) Answers => _answers ??= Judge();

    private (ProbeBand, TimeSpan?) Judge()
    {
        var phases = _probes.Count == 0 ? [] : ProbeBoard.Of(_probes, targets).Phases;
        var off = phases.Reverse().TakeWhile(p => Of(p) is ProbeBand.Review or ProbeBand.Act).LastOrDefault();
        return (phases.Count == 0 ? ProbeBand.Unmeasured : Of(phases[^1]), off is not null && _asked.TryGetValue(off.Phase, out var since) ? since : null);
    }

    private ProbeBand Of(PhaseBoard board)
    {
        if (board.Phase == Phase.Baseline) return ProbeBand.Unmeasured;
        var (ds, coverage) = (board.DsMedian, board.CoverageMedian);
        return ds >= targets.DeltaSAct || coverage < targets.CoveragePass ? ProbeBand.Act
            : ds > targets.DeltaSPass ? ProbeBand.Review
            : ds is null && coverage is null ? ProbeBand.Unmeasured : ProbeBand.Pass;
    }

    private void Begin(Event head)
    {
        _charter = Charter.Of(head, []);
        foreach (var service in _charter.Services) _services.TryAdd(service.Name, new ServiceState(service));
    }

    private void Sample(string name, Event e, TimeSpan played)
    {
        var before = _services.GetValueOrDefault(name) ?? new ServiceState(new ServiceTerms(name, null, false));
        if (Red(e) is not { } red) return;
        if (!red && before.RedSince is not null) FutileChanges = 0;
        _services[name] = red
            ? before with { Sampled = played, RedSince = before.RedSince ?? played, GreenSince = null, BreachSince = before.BreachSince is null || Held(before) ? played : before.BreachSince }
            : before with { Sampled = played, RedSince = null, GreenSince = Seen(before, played) ? before.GreenSince : played };
    }

    /// <summary>Whether a green service was looked at in between: after a longer silence nobody knows that it held.</summary>
    private bool Seen(ServiceState service, TimeSpan now) => service.GreenSince is not null && service.Sampled is { } last && (now - last).TotalMinutes <= targets.SteadyGap;

    private bool Held(ServiceState service) => service is { GreenSince: { } green, Sampled: { } last } && (last - green).TotalMinutes >= targets.SteadyHold;

    /// <summary>Whether a sample breaks one of the gates that recovery is measured by; null where it says nothing about any.</summary>
    private bool? Red(Event e)
    {
        var one = new Samples();
        one.Add(e);
        if (one.Rows is not [var sample]) return null;
        var gates = new Gates(one.Keys, _charter.Baselines, targets);
        if (sample.Ok is null && double.IsNaN(sample.ErrorPct) && gates.P95Ratio(sample) is null && gates.CachePoints(sample) is null) return null;
        return gates.Broken(sample) != Gate.None;
    }
}

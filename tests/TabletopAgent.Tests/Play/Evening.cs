using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Play;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Play;

/// <summary>An evening in simulated time: people speak, the clock ticks every second, and what comes of it goes into the log.</summary>
internal sealed class Evening
{
    public static readonly DateTimeOffset Opened = new(2026, 5, 4, 14, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Shelf> LazyShelf = new(() => Shelf.Read(Repository.Path("knowledge"), []));
    private static readonly string[] Pages = ["region-failover-drills", "secrets-rotation"];
    private readonly List<Event> _log = [];

    public Evening(string scenario = "seed-evening", ProbeSource? probes = null, Func<IReadOnlyList<Event>, Report>? judge = null)
    {
        Plan = PlanOf(scenario);
        Probes = probes ?? (_ => ([], []));
        Judge = judge ?? (events => Tabletop.Run(events, [], () => Shipped.Knowledge, Targets.Default));
        Session = new Session(Plan, Targets.Default, Judge, Probes, () => Pages);
        Append([Opening.Head(Plan, "evening", "platform", new Dictionary<string, string> { ["facilitator"] = "Fay" }, "", Now)]);
    }

    public static Shelf Shelf => LazyShelf.Value;

    public Plan Plan { get; }
    public Session Session { get; private set; }
    public ProbeSource Probes { get; }
    public Func<IReadOnlyList<Event>, Report> Judge { get; }
    public DateTimeOffset Now { get; private set; } = Opened;
    public IReadOnlyList<Event> Log => _log;

    /// <summary>What was shown, to whom.</summary>
    public List<(string To, string Text)> Shown { get; } = [];

    public static Plan PlanOf(string scenario) => Plan.Of(Shelf.Find(scenario)!, Shelf, []);

    /// <summary>All six roles staffed, and the clock started.</summary>
    public static Evening Started(string scenario = "seed-evening", ProbeSource? probes = null)
    {
        var evening = new Evening(scenario, probes);
        foreach (var role in new[] { "incident-commander Ines", "cloud-operator Marek", "data-owner Priya", "llm-owner Sofia", "comms-lead Jonas", "observer Ada" }) evening.Says("Fay", $"/role {role}");
        foreach (var person in new[] { "Ines", "Marek", "Priya", "Sofia", "Jonas", "Ada" }) evening.Says(person, "/here");
        evening.Says("Fay", "/start");
        return evening;
    }

    public SessionReply Says(string speaker, string line)
    {
        var reply = Session.Handle(speaker, line, Now);
        if (reply.Text.Length > 0) Shown.Add((speaker, reply.Text));
        if (reply.Wrong is { } wrong) Shown.Add((speaker, wrong.Text));
        Append(reply.Events);
        Append(Session.Due(Now));
        return reply;
    }

    /// <summary>Lets the clock run to a minute of time played.</summary>
    public Evening Until(double minute)
    {
        while ((Session.State.Clock.Minute(Now) ?? 0) < minute) Tick();
        return this;
    }

    public Evening Wait(double seconds)
    {
        for (var s = 0; s < seconds; s++) Tick();
        return this;
    }

    public void Append(IReadOnlyList<Event> events)
    {
        foreach (var e in events)
        {
            var entered = e with { Seq = _log.Count + 1, Place = new Place("log.jsonl", _log.Count + 1) };
            _log.Add(entered);
            Session.Accept(entered);
            if (Announcement.Of(entered) is { } line) Shown.Add(("all", line));
        }
    }

    public Session Rebuilt(int events)
    {
        var session = new Session(Plan, Targets.Default, Judge, Probes, () => Pages);
        foreach (var e in _log.Take(events)) session.Accept(e);
        return session;
    }

    public IEnumerable<string> Injects => _log.Where(e => e.Type == "inject" && e.Text("state") == "released").Select(e => e.Text("card")!);

    public IEnumerable<string> Reminders => _log.Where(e => e.Text("kind") == "reminder").Select(e => e.Text("about")!);

    /// <summary>Time played when something was said, as minutes and seconds.</summary>
    public string When(Func<Event, bool> which) => _log.First(which).At is { } at && at - Opened is var since ? $"{(int)since.TotalMinutes}:{since.Seconds:00}" : "";

    private void Tick()
    {
        Now += TimeSpan.FromSeconds(1);
        Append(Session.Due(Now));
    }
}

using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Play;

/// <summary>Everything a session knows, folded from the events so far and from nothing else: the same log gives the same next step.</summary>
internal sealed class SessionState(Plan plan, Targets targets)
{
    private readonly List<Event> _events = [];
    private readonly List<Event> _current = [];
    private readonly Corrections _corrections = new();
    private readonly Dictionary<long, TimeSpan> _played = [];
    private readonly HashSet<(string Kind, string About)> _said = [];
    private readonly List<(TimeSpan Played, DateTimeOffset At)> _updates = [];

    public Plan Plan { get; } = plan;
    public Targets Targets { get; } = targets;

    /// <summary>The log, line by line.</summary>
    public IReadOnlyList<Event> Events => _events;

    /// <summary>What the log says by now: its entries as they were corrected.</summary>
    public IReadOnlyList<Event> Current => _current;

    public PlayClock Clock { get; } = new();
    public Roster Roster { get; } = new();
    public InjectBoard Injects { get; } = new(plan);
    public Standing Standing { get; private set; } = new(targets);

    /// <summary>The first claim of each milestone, in time played.</summary>
    public Dictionary<string, TimeSpan> Milestones { get; } = new(StringComparer.Ordinal);

    /// <summary>Updates to stakeholders since the declaration.</summary>
    public IReadOnlyList<(TimeSpan Played, DateTimeOffset At)> Updates => _updates;

    /// <summary>The number of the latest entry.</summary>
    public long Last => _events.Count == 0 ? 0 : _events[^1].Seq ?? _events.Count;

    public void Take(Event e)
    {
        _events.Add(e);
        if (e.Type != "correction")
        {
            Fold(_corrections.Apply(e));
            return;
        }

        if (_corrections.Add(e) is not { } line || _current.FindIndex(c => c.Seq == line) is var at && at < 0) return;
        _current[at] = _corrections.Apply(_events.First(c => c.Seq == line));
        // A corrected figure may have been red; what steered the evening, its clock and its injects, is never corrected.
        Standing = new Standing(Targets);
        foreach (var entry in _current) Standing.Take(entry, Played(entry));
    }

    private void Fold(Event e)
    {
        _current.Add(e);
        Clock.Take(e);
        Roster.Take(e);
        var played = Played(e);
        if (e.Seq is { } seq) _played[seq] = played;
        Injects.Take(e, played);
        Standing.Take(e, played);
        if (e.Type == "milestone" && e.Text("what") is { } what) Milestones.TryAdd(what, played);
        if (e.Type == "comms" && Milestones.ContainsKey("declared")) _updates.Add((played, e.At ?? default));
        if (e.Type == "note" && e.Text("kind") is { } kind && e.Text("about") is { } about) _said.Add((kind, about));
    }

    /// <summary>Time played when an entry was made. The clock knows its latest pause only, so it is kept.</summary>
    private TimeSpan Played(Event e) => _played.TryGetValue(e.Seq ?? 0, out var kept) ? kept : e.At is { } at ? Clock.Played(at) ?? TimeSpan.Zero : TimeSpan.Zero;

    /// <summary>Whether a note of this kind is in the log: a reminder given, an item of the briefing ticked.</summary>
    public bool Said(string kind, string about) => _said.Contains((kind, about));

    public bool Any(string type, string? phase = null) => _current.Any(e => e.Type == type && (phase is null || e.Text("phase") == phase));

    /// <summary>The planned end in minutes.</summary>
    public int End => Plan.End(Injects.Cases.Count > 0);

    /// <summary>A time of day as it is said at the table.</summary>
    public static string Clocked(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time of day at which so much had been played; the latest pause is taken into account.</summary>
    public string ClockedAt(TimeSpan played, DateTimeOffset now) => Clocked(now - (Clock.Played(now) ?? TimeSpan.Zero) + played);
}

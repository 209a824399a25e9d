using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

/// <summary>An incident on 4 May 2026, written down event by event, through the reader that the product uses.</summary>
internal sealed class Incident
{
    private readonly List<Event> _events = [];

    public IReadOnlyList<Event> Events => _events;

    public Incident Add(Event e)
    {
        _events.Add(e);
        return this;
    }

    /// <summary>What it comes to.</summary>
    public Outcome Outcome(Targets? targets = null, References? references = null)
    {
        var tally = new Tally(targets ?? Targets.Default);
        foreach (var e in _events) tally.Add(e);
        return tally.Outcome(references ?? References.None);
    }

    /// <summary>What was sampled of each service.</summary>
    public IReadOnlyList<ServiceTrace> Traces()
    {
        var tally = new Tally(Targets.Default);
        foreach (var e in _events) tally.Add(e);
        return tally.Traces(tally.Outcome(References.None));
    }

    /// <param name="time">Of day, UTC, such as 14:10 or 14:10:30; null where the event has none.</param>
    /// <param name="fields">The rest of the JSON object, quotes as apostrophes: 'state':'start'.</param>
    public Incident At(string? time, string type, string fields = "")
    {
        var at = time is null ? "" : $"\"at\":\"2026-05-04T{(time.Length == 5 ? time + ":00" : time)}Z\"";
        var rest = fields.Replace('\'', '"');
        var json = "{" + string.Join(",", new[] { $"\"type\":\"{type}\"", at, rest }.Where(p => p.Length > 0)) + "}";
        _events.Add(EventReader.Read(json, new Place("log.jsonl", _events.Count + 1), []) ?? throw new ArgumentException(json));
        return this;
    }

    public Incident Head(string fields) => At("14:00", "exercise", fields);

    /// <summary>A sample every so many minutes, from the first time to the last, both included.</summary>
    public Incident Every(double minutes, string from, string to, string fields)
    {
        for (var at = TimeSpan.Parse(from); at <= TimeSpan.Parse(to); at += TimeSpan.FromMinutes(minutes)) At(at.ToString(@"hh\:mm\:ss"), "sli", fields);
        return this;
    }

    public Incident Red(string from, string to, string service = "chat") => Every(1, from, to, $"'service':'{service}','ok':false");

    public Incident Green(string from, string to, string service = "chat") => Every(1, from, to, $"'service':'{service}','ok':true");
}

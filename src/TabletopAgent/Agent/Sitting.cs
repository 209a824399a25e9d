using System.Text.Json;
using TabletopAgent.Agent.Masking;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Agent;

/// <summary>An exercise while people talk about it: its events so far, what they amount to, and the pen that adds to it.</summary>
/// <param name="write">Keeps an event for good before it counts, and returns it as it was kept; null: this log is only read.</param>
/// <param name="knowledge">Asked when a report is first wanted: it may still be on its way.</param>
internal sealed class Sitting(
    IReadOnlyList<Event> events, IReadOnlyList<Note> notes, Func<KnowledgeBase> knowledge, Targets targets, Func<Event, Task<Event>>? write, TimeProvider clock)
{
    private readonly List<Event> _events = [.. events];
    private Report? _report;

    public IReadOnlyList<Event> Events => _events;
    public KnowledgeBase Knowledge => knowledge();
    public Targets Targets => targets;

    /// <summary>The cards of all scenarios: those still to come are for the facilitator.</summary>
    public Func<IEnumerable<Card>> Cards { get; init; } = () => [];
    public bool ReadOnly => write is null;

    /// <summary>What all events so far amount to.</summary>
    public Report Report => _report ??= Tabletop.Run(_events, notes, knowledge, targets);

    /// <summary>The person with the roles the log gives them; the last hand-over counts.</summary>
    public Speaker Speaker(string name)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var e in _events)
        {
            if (e.Type == "exercise" && e.Fields.TryGetValue("roles", out var roles) && roles.ValueKind == JsonValueKind.Object)
            {
                foreach (var role in roles.EnumerateObject())
                    if (role.Value.ValueKind == JsonValueKind.String) holders[role.Name] = Json.Text(role.Value);
            }
            else if (e.Type == "role" && e.Text("role") is { } role && e.Text("person") is { } person) holders[role] = person;
        }

        return new Speaker(name, [.. EventCatalog.Roles.Where(r => holders.TryGetValue(r, out var holder) && holder.Equals(name, StringComparison.OrdinalIgnoreCase))]);
    }

    /// <summary>What all events would amount to, were they these.</summary>
    public Report Suppose(IReadOnlyList<Event> supposed) => Tabletop.Run(supposed, notes, knowledge, targets);

    /// <summary>Appends what somebody did or said.</summary>
    public Task<Event> AppendAsync(string type, string by, string? role, params (string Name, string? Value)[] fields) =>
        AppendAsync(Event.Of(type, default, [("by", by), ("role", role), .. fields.Select(f => (f.Name, (object?)f.Value))]) with { At = clock.GetUtcNow() });

    /// <summary>Appends an event. It is kept before anybody hears of it.</summary>
    public async Task<Event> AppendAsync(Event e)
    {
        if (write is null) throw new InvalidOperationException("this log is only read");
        // A log is read by many and kept for years; no secret is worth that. Who spoke stays.
        var safe = e.Fields.ToDictionary(f => f.Key, f => f.Value.ValueKind == JsonValueKind.String && f.Key is not ("by" or "role") ? Json.Element(Masker.Forget(Json.Text(f.Value))) : f.Value, StringComparer.Ordinal);
        e = await write(e with { Fields = safe }).ConfigureAwait(false);
        _events.Add(e);
        _report = null;
        return e;
    }
}

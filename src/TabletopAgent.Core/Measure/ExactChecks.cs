using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The exact checks of the scenario that was played, each with its last answer.</summary>
internal static class ExactChecks
{
    /// <param name="events">Check events in order of time.</param>
    /// <param name="scenario">Ids and texts of the scenario's checks, in its order.</param>
    public static IReadOnlyList<PlayedCheck> Of(IReadOnlyList<Event> events, IReadOnlyList<(string Id, string Text)> scenario)
    {
        var last = new Dictionary<string, Event>(StringComparer.Ordinal);
        foreach (var e in events)
            if (e.Text("id") is { } id) last[id] = e;
        var own = scenario.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scenario.Select(c => Answer(c.Id, c.Text, last.GetValueOrDefault(c.Id))),
            .. last.Where(l => !own.Contains(l.Key)).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => Answer(l.Key, null, l.Value)),
        ];
    }

    public static IEnumerable<Finding> Findings(IReadOnlyList<PlayedCheck> checks) => checks.Where(c => c.Held == false)
        .Select(c => new Finding($"check:{c.Id}", "check", $"The check {c.Id} did not hold{(c.Text is { } text ? $": {text}" : ".")}", c.Place is { } p ? [p.ToString()] : []));

    private static PlayedCheck Answer(string id, string? text, Event? e) => new(id, text, e?.Flag("held"), e is null ? null : Evidence(e), e?.Place);

    private static string? Evidence(Event e) => !e.Fields.TryGetValue("evidence", out var evidence) ? null : ProbeFields.Plain(evidence) ?? evidence.GetRawText();
}

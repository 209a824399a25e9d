using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Play;

/// <summary>The first line of a log, and what is read out before the clock starts.</summary>
internal static class Opening
{
    /// <param name="id">Of the exercise.</param>
    /// <param name="roles">Role and person; the one who opens is the facilitator.</param>
    /// <param name="knowledge">Hash of the knowledge it is played with.</param>
    /// <param name="outside">The embedder that is asked outside; null: the built-in one hears.</param>
    public static Event Head(
        Plan plan, string id, string? team, IReadOnlyDictionary<string, string> roles, string knowledge, DateTimeOffset now, (string Name, string? Rev)? outside = null) => Session.Make(
        "exercise", now,
        [
            ("v", 1), ("id", id), ("title", plan.Scenario.ShownAs), ("team", team), .. plan.Scenario.Setting.Fields.Select(f => (f.Key, (object?)f.Value)),
            ("roles", roles.ToDictionary(r => r.Key, r => Json.Element(r.Value), StringComparer.Ordinal)), ("embedder", Embedder(outside)), ("knowledge", knowledge), ("scenario", plan.Scenario.Id),
        ]);

    /// <summary>Another one, a year on, computes another ΔS from the same text; whoever verifies the log then knows why.</summary>
    private static IReadOnlyDictionary<string, JsonElement>? Embedder((string Name, string? Rev)? outside) =>
        outside is { } named ? Vectors.Named(named) : BuiltIn.Get(new Place("live"), []) is { } used ? Vectors.Named((used.Name, used.Rev)) : null;

    /// <summary>What everybody may know before the start.</summary>
    public static string Text(SessionState state)
    {
        var lines = new List<string> { state.Plan.Scenario.ShownAs, "" };
        lines.AddRange(state.Plan.Briefing.Select(b => $"[ ] {b.Id}: {b.Text}"));
        lines.Add("");
        lines.AddRange(Staffing.Who(state).Split('\n'));
        if (state.Roster.Unstaffed is { Count: > 0 } unstaffed) lines.Add($"Unstaffed: {string.Join(", ", unstaffed)}. Staff them: /role {unstaffed[0]} PERSON");
        lines.Add("Comms check: everybody answers /here (at a shared terminal NAME: /here). Then /start begins minute 0.");
        return string.Join('\n', lines);
    }
}

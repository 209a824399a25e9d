using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The turning points of an incident, UTC ticks; null where nothing says.</summary>
internal sealed record Times(long? Impact, long? Detected, long? Declared, long? Mitigated, long? Cutover, long? Stable, long? Resolved)
{
    private static readonly string[] Reactions = ["symptom", "decision", "change", "comms"];

    /// <summary>As people claimed them: the first claim of a beginning, the last claim of an end.</summary>
    public static Times Stated(IReadOnlyList<Event> milestones)
    {
        long? First(string what) => milestones.FirstOrDefault(m => m.At is not null && m.Text("what") == what)?.At?.UtcTicks;
        long? Last(string what) => milestones.LastOrDefault(m => m.At is not null && m.Text("what") == what)?.At?.UtcTicks;
        return new Times(First("impact"), First("detected"), First("declared"), First("mitigated"), First("cutover"), Last("stable"), Last("resolved"));
    }

    /// <summary>
    /// As samples and deeds show them. Detected is the first thing anybody said or did once it had broken; cutover the first change of
    /// routing. That an incident is declared or resolved is a word, not a measurement.
    /// </summary>
    public static Times Measured(IReadOnlyList<ServiceRto> services, Entries entries)
    {
        var impact = services.Min(s => s.Breach?.At);
        // Where nothing broke, what held from the start speaks.
        var broken = services.Where(s => impact is null || s.Breach is not null).ToList();
        long? All(Func<ServiceRto, long?> of) => broken.Count > 0 && broken.TrueForAll(s => of(s) is not null) ? broken.Max(of) : null;
        var first = impact is null ? null : Reactions.Select(t => After(entries.Of(t), impact.Value, _ => true)).Min();
        var cutover = impact is null ? null : After(entries.Of("change"), impact.Value, e => e.Text("area") == "routing");
        return new Times(impact, first, null, All(s => s.Mitigated), cutover, All(s => s.Stable), null);
    }

    private static long? After(IReadOnlyList<Event> events, long since, Func<Event, bool> which)
    {
        foreach (var e in events)
            if (e.At is { } at && at.UtcTicks >= since && which(e)) return at.UtcTicks;
        return null;
    }
}

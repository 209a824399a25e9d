using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>A table people take away from an exercise. Each row names the line of the log it stands on.</summary>
internal sealed record Sheet(string Name, string[] Head, IReadOnlyList<string?[]> Rows)
{
    /// <summary>All sheets of an exercise, in the order of its story.</summary>
    /// <param name="log">Its events, in any order.</param>
    public static IReadOnlyList<Sheet> Of(IReadOnlyList<Event> log, Report report)
    {
        var corrections = new Corrections();
        foreach (var e in log)
            if (e.Type == "correction") corrections.Add(e);
        var events = log.Select(corrections.Apply).OrderBy(e => e.At ?? DateTimeOffset.MaxValue).ThenBy(e => e.Seq ?? long.MaxValue).ToList();
        return
        [
            From("timeline", events.Where(e => e.Type is not ("sli" or "vectors" or "link" or "exercise")), ["time (UTC)", "type", "who", "role", "what"], e => [e.Type, e.Text("by"), e.Text("role"), Said(e)]),
            From("decision-log", Of("decision"), ["time (UTC)", "owner", "decision", "options", "rationale", "runbook"],
                e => [e.Text("owner"), e.Text("text"), List(e, "options"), e.Text("rationale"), e.Text("runbook")]),
            From("change-set", Of("change"), ["time (UTC)", "area", "what", "before", "after", "proof of effect"],
                e => [e.Text("area"), e.Text("what"), e.Text("before"), e.Text("after"), e.Text("proof") ?? "no proof recorded"]),
            From("stakeholder-updates", Of("comms"), ["time (UTC)", "audience", "state", "text"], e => [e.Text("audience"), e.Text("state"), e.Text("text")]),
            Worksheet(report),
            From("checks", Of("check"), ["time (UTC)", "check", "held", "evidence"], e => [e.Text("id"), e.Flag("held") switch { true => "held", false => "did not hold", _ => "not said" }, e.Text("evidence")]),
        ];

        IEnumerable<Event> Of(string type) => events.Where(e => e.Type == type);
    }

    public void Csv(TextWriter to)
    {
        var csv = new CsvWriter(to);
        csv.Row(Head);
        foreach (var row in Rows) csv.Row(row);
    }

    /// <summary>What is accounted for, store by store; what is missing is blank, and its verdict says so.</summary>
    private static Sheet Worksheet(Report report) => new("rpo-worksheet",
        ["store", "acked", "present", "replayed", "deduped", "documented lost", "unaccounted", "duplicates", "data age (min)", "verdict"],
        [.. report.Stores.Select(s => new[] { s.Store, N(s.Acked), N(s.Present), N(s.Replayed), N(s.Deduped), N(s.DocumentedLost), N(s.Unaccounted), N(s.Duplicates), N(s.DataAgeMin), s.Verdict })]);

    private static Sheet From(string name, IEnumerable<Event> events, string[] head, Func<Event, string?[]> cells) =>
        new(name, [.. head, "log"], [.. events.Select(e => (string?[])[Time(e), .. cells(e), e.Seq is { } seq ? $"event {seq}" : e.Place.ToString()])]);

    internal static string Said(Event e) => e.Type switch
    {
        "change" => string.Join(" ", new[] { e.Text("area"), e.Text("what") }.OfType<string>()),
        "role" => $"{e.Text("role")}: {e.Text("person")}",
        "milestone" => e.Text("what") ?? "",
        "clock" => e.Text("state") ?? "",
        "check" => e.Text("id") ?? "",
        "error" => $"{e.Text("route")} {e.Text("stage")} {e.Text("code")}",
        "writes" => e.Text("store") ?? "",
        "probe" => e.Text("probe_id") ?? "",
        _ => e.Text("text") ?? "",
    };

    internal static string Time(Event e) => e.At is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    private static string? List(Event e, string field) =>
        e.Fields.TryGetValue(field, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Array ? string.Join("; ", value.EnumerateArray().Select(v => v.ToString())) : e.Text(field);

    private static string? N(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);
}

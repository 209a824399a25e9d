using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>A table people take away from an exercise. Each row names the line of the log it stands on.</summary>
internal sealed record Sheet(string Name, string[] Head, IReadOnlyList<string?[]> Rows)
{
    /// <summary>All sheets of an exercise, in the order of its story.</summary>
    public static IReadOnlyList<Sheet> Of(Material m) =>
        [
            From("timeline", m.Events.Where(e => e.Type is not ("sli" or "vectors" or "link" or "exercise")), ["time (UTC)", "type", "who", "role", "what"], e => [e.Type, e.Text("by"), e.Text("role"), Said(e)]),
            From("decision-log", m.Of("decision"), ["time (UTC)", "owner", "decision", "options", "rationale", "runbook"],
                e => [e.Text("owner"), e.Text("text"), Material.Said(e, "options"), e.Text("rationale"), e.Text("runbook")]),
            From("change-set", m.Of("change"), ["time (UTC)", "area", "what", "before", "after", "proof of effect"],
                e => [e.Text("area"), e.Text("what"), Material.Said(e, "before"), Material.Said(e, "after"), e.Text("proof") ?? "no proof recorded"]),
            From("stakeholder-updates", m.Of("comms"), ["time (UTC)", "audience", "state", "text"], e => [e.Text("audience"), e.Text("state"), e.Text("text")]),
            Worksheet(m.Report),
            Budget(m),
            From("checks", m.Of("check"), ["time (UTC)", "check", "held", "evidence"], e => [e.Text("id"), e.Flag("held") switch { true => "held", false => "did not hold", _ => "not said" }, Material.Said(e, "evidence")]),
        ];

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

    /// <summary>What was burned of each service's budget, region by region; the last column says why a row is not measured.</summary>
    private static Sheet Budget(Material m) => new("error-budget",
        ["service", "region", "promise (%)", $"budget (min in {ErrorBudget.Days} days)", "measured (min)", "lost (min)", "burned (%)", "unmeasured"],
        [.. m.Budgets.Select(b => new[] { b.Service, b.Region, N(b.SloPct), N(b.Allowed), N(b.Measured), N(b.Lost), N(b.Burned * 100), b.Missing })]);

    private static Sheet From(string name, IEnumerable<Event> events, string[] head, Func<Event, string?[]> cells) =>
        new(name, [.. head, "log"], [.. events.Select(e => (string?[])[Material.Time(e), .. cells(e), Material.Place(e)])]);

    internal static string Said(Event e) => e.Type switch
    {
        "change" => string.Join(" ", new[] { e.Text("area"), e.Text("what") }.OfType<string>()),
        // What was held back is nobody's to read before it comes.
        "inject" => e.Text("state") is "held" or "skipped" ? e.Text("state")! : e.Text("text") ?? "",
        "role" => $"{e.Text("role")}: {e.Text("person")}",
        "milestone" => $"{e.Text("what")} (claimed)",
        "clock" => e.Text("state") ?? "",
        "check" => e.Text("id") ?? "",
        "error" => $"{e.Text("route")} {e.Text("stage")} {e.Text("code")}",
        "writes" => e.Text("store") ?? "",
        "probe" => e.Text("probe_id") ?? "",
        _ => e.Text("text") ?? "",
    };

    private static string? N(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);
}

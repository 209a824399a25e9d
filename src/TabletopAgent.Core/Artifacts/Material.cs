using System.Globalization;
using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>All that artifacts are made of.</summary>
/// <param name="Events">As corrected, in order of time.</param>
/// <param name="Shelf">The scenarios and cards; what the exercise was about is found there.</param>
/// <param name="Root">The hash of the log's last line; null where it is not a chained log.</param>
internal sealed record Material(IReadOnlyList<Event> Events, Report Report, BoardReport Board, IReadOnlyList<ServiceTrace> Traces, Targets Bars, Shelf? Shelf, string? Root)
{
    public Event? Head => Of("exercise").FirstOrDefault();

    public string Title => Head?.Text("title") ?? Report.Id ?? "exercise";

    public Scenario? Scenario => Head?.Text("scenario") is { } id ? Shelf?.Find(id) : null;

    /// <summary>The day it began, UTC; null where no event has a time.</summary>
    public string? Date => Events.Select(e => e.At).FirstOrDefault(at => at is not null)?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Who holds each role at the end.</summary>
    public IReadOnlyDictionary<string, string> Roles
    {
        get
        {
            var roles = Charter.Of(Head, []).Roles.Where(r => r.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
            foreach (var e in Of("role"))
                if (e.Text("role") is { } role && e.Text("person") is { } person) roles[role] = person;
            return roles;
        }
    }

    /// <summary>Drawn once, for several artifacts show them.</summary>
    public IReadOnlyList<(string Name, Drawing Drawing)> Pictures => field ??= Plots.Of(Traces, Bars);

    public IEnumerable<ErrorBudget> Budgets => Traces.SelectMany(t => t.Budgets);

    public IEnumerable<Event> Of(string type) => Events.Where(e => e.Type == type);

    /// <param name="log">In any order.</param>
    public static IReadOnlyList<Event> Corrected(IReadOnlyList<Event> log)
    {
        var corrections = new Corrections();
        foreach (var e in log)
            if (e.Type == "correction") corrections.Add(e);
        return Entries.Sorted(log.Select(corrections.Apply));
    }

    public static string Time(Event e) => e.At is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    public static string Place(Event e) => e.Seq is { } seq ? $"event {seq}" : e.Place.ToString();

    /// <summary>A field as text, whatever it holds.</summary>
    public static string? Said(Event e, string field) => !e.Fields.TryGetValue(field, out var value) ? null
        : value.ValueKind == JsonValueKind.Array ? string.Join("; ", value.EnumerateArray().Select(v => v.ToString())) : value.ValueKind == JsonValueKind.String ? Json.Text(value) : value.ToString();
}

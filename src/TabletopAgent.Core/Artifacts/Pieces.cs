using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>Parts that several artifacts share.</summary>
internal static class Pieces
{
    public static readonly string[] BudgetHead = ["service", "region", "promise", $"budget, {ErrorBudget.Days} days", "lost", "burned"];

    /// <summary>Exercise, team and day in one line.</summary>
    public static Paragraph Cover(Material m) => new(string.Join(" · ", new[]
    {
        m.Report.Id is { } id ? $"exercise {id}" : null, m.Head?.Text("team") is { } team ? $"team {team}" : null, m.Head?.Text("tier") is { } tier ? $"tier {tier}" : null, m.Date,
    }.OfType<string>()));

    public static Grid Dimensions(Report report) => new(
        ["dimension", "verdict", "measured", "why"],
        [.. Wording.Dimensions.Where(n => report.Dimensions.ContainsKey(n.Key)).Select(n => (n.Name, D: report.Dimensions[n.Key])).Select(d => new[] { d.Name, d.D.Verdict, Wording.Measured(d.D), d.D.Reason })]);

    /// <summary>A heading and a table; nothing where the table is empty.</summary>
    public static IEnumerable<Part> Section(string title, string[] head, IReadOnlyList<string?[]> rows) => rows.Count == 0 ? [] : [new Heading(title), new Grid(head, rows)];

    public static IEnumerable<Part> Section(string title, IReadOnlyList<string> items) => items.Count == 0 ? [] : [new Heading(title), new Bullets(items)];

    public static IEnumerable<Part> Pictures(Material m)
    {
        yield return new Heading("Over time");
        foreach (var (name, drawing) in m.Pictures) yield return new Figure(drawing, $"{name}.svg");
    }

    public static IReadOnlyList<string?[]> Budgets(Material m) =>
    [
        .. m.Budgets.Select(b => new[]
        {
            b.Service, b.Region ?? "–", b.SloPct is { } slo ? $"{Wording.Number(slo)} %" : "–", b.Allowed is { } all ? $"{Wording.Number(Math.Round(all, 1))} min" : "–",
            b.Lost is { } lost ? $"{Wording.Number(Math.Round(lost, 2))} min" : "–", b.Burned is { } burned ? Wording.Percent(burned) : $"unmeasured: {b.Missing}",
        }),
    ];

    public static IEnumerable<Part> Improvements(IReadOnlyList<ActionItem> items, string title) =>
        [new Heading(title), items.Count > 0 ? new Grid(ActionItem.Head, ActionItems.Rows(items)) : new Paragraph("None follow from what was recorded.")];
}

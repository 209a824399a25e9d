using TabletopAgent.Knowledge;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>
/// The after-action report with its improvement plan. The participants' edition holds what they lived and what was measured, and nothing of
/// what it was about: others may play the same evening. The facilitator's adds the answers.
/// </summary>
internal static class AfterAction
{
    private const string ExactChecks = "Exact checks";

    public static Document Of(Material m, bool facilitator)
    {
        var report = m.Report;
        var items = ActionItems.Of(m, facilitator);
        return new Document($"After-action report: {m.Title}",
        [
            Pieces.Cover(m),
            new Paragraph(facilitator ? "Facilitator's edition: it holds the answers. Do not hand it to people who may play this evening." : "Participants' edition."),
            new Headline("Overall", report.Overall),
            new Paragraph($"RTO {report.Status.Rto}; RPO {report.Status.Rpo}."),
            Pieces.Dimensions(report),
            .. Pieces.Section("Who took part", ["role", "person"], [.. m.Roles.Where(r => facilitator || r.Key != "facilitator").Select(r => new[] { r.Key, r.Value })]),
            .. ExerciseTables.Of(report).Where(t => t.Title != ExactChecks).SelectMany(t => Pieces.Section(t.Title, t.Head, t.Rows)),
            .. Pieces.Section("Error budget", Pieces.BudgetHead, Pieces.Budgets(m)),
            .. Pieces.Section("What happened", Story.Head, Story.Of(m, facilitator)),
            .. Pieces.Pictures(m),
            .. Pieces.Section("What held and what did not", [.. Verdicts(report)]),
            .. Pieces.Section("What was found", [.. report.Findings.Where(f => f.Kind is not ("counterfactual" or "check")).Select(f => f.Text), .. Checks(report)]),
            .. Pieces.Section("What would have changed a verdict", [.. report.Findings.Where(f => f.Kind == "counterfactual").Select(f => f.Text)]),
            .. Pieces.Improvements(items, "Improvement plan"),
            .. facilitator ? Answers(m) : [],
        ]);
    }

    private static IEnumerable<string> Verdicts(Report report) =>
        from verdict in new[] { ("pass", "within the bar"), ("fail", "missed"), ("unmeasured", "not measured") }
        let names = Wording.Dimensions.Where(n => report.Dimensions.GetValueOrDefault(n.Key)?.Verdict == verdict.Item1).Select(n => n.Name).ToList()
        where names.Count > 0
        select $"{verdict.Item2}: {string.Join(", ", names)}";

    /// <summary>How many exact checks held: what they ask would tell what the evening is about.</summary>
    private static IEnumerable<string> Checks(Report report) => report.Checks.Count == 0 ? []
        : [$"Of {report.Checks.Count} exact checks {report.Checks.Count(c => c.Held == true)} held, {report.Checks.Count(c => c.Held == false)} did not, {report.Checks.Count(c => c.Held is null)} were not played."];

    private static IEnumerable<Part> Answers(Material m)
    {
        var (report, d) = (m.Report, m.Report.Diagnosis);
        var released = m.Events.Where(Story.Released).ToList();
        if (m.Scenario is { } scenario)
        {
            yield return new Heading($"What it was about: {scenario.Title}");
            foreach (var line in scenario.Situation.Split("\n\n")) yield return new Paragraph(line);
            yield return new Bullets([$"expected layer: {scenario.Layer}", .. scenario.SecondLayer is { } second ? [$"second layer: {second}"] : Array.Empty<string>(), $"pages: {string.Join(", ", scenario.Pages)}"]);
        }

        foreach (var part in Pieces.Section("Injects released, and what each must be taken for", ["time (UTC)", "card", "expected", "released because"],
            [.. released.Select(e => new[] { Material.Time(e), e.Text("card"), Expected(m, e.Text("card")), e.Text("reason") })])) yield return part;
        if (m.Scenario is not null)
        {
            var seen = released.Select(e => e.Text("card")).ToHashSet(StringComparer.Ordinal);
            foreach (var part in Pieces.Section("Cards not released", ["card", "title", "expected"],
                [.. m.Shelf!.Cards.Values.Where(c => c.Scenario == m.Scenario.Id && !seen.Contains(c.Id)).OrderBy(c => c.OffsetMinutes).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => new[] { c.Id, c.Title, Expected(c) })])) yield return part;
        }

        foreach (var part in Pieces.Section(ExactChecks, ["check", "asks", "held", "evidence"],
            [.. report.Checks.Select(c => new[] { c.Id, c.Text ?? "–", c.Held switch { true => "yes", false => "no", null => "not played" }, c.Evidence ?? "–" })])) yield return part;
        yield return new Heading("What the evidence says");
        yield return new Headline(Wording.Headline(d), Wording.Title(d.Verdict));
        yield return new Bullets([.. d.Layers.SelectMany(l => l.For.Select(e => $"{l.Layer}: {e.Text} ({e.Kind}, {e.Place})")), .. d.Ask, $"next fix: {report.Status.NextFix}"]);
        foreach (var part in Pieces.Section("Pages and steps", [.. d.Pages.Select(p => $"open {p.Section}"), .. d.Steps.Select(s => $"{s.Text} [{s.Section}]")])) yield return part;
        var host = m.Roles.GetValueOrDefault("facilitator");
        foreach (var part in Pieces.Section("Facilitator's notes", [.. m.Events.Where(e => Story.OfFacilitator(e, host)).Select(e => $"{Material.Time(e)} {e.Text("text")}")])) yield return part;
        foreach (var part in Pieces.Section("Notes on the input", [.. report.Notes.Select(n => $"{n.File}{(n.Line is { } line ? $":{line}" : "")}: {n.Severity} {n.Code}: {n.Text}")])) yield return part;
    }

    private static string Expected(Material m, string? card) => card is not null && m.Shelf?.Cards.TryGetValue(card, out var known) is true ? Expected(known) : "–";

    private static string Expected(Card card) => card.Layer is { } layer ? $"{card.Verdict}: {string.Join(" and ", new[] { layer, card.SecondLayer }.OfType<string>())}" : card.Verdict;
}

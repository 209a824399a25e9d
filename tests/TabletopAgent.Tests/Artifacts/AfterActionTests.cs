using TabletopAgent.Artifacts;
using TabletopAgent.Knowledge;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Artifacts;

public sealed class AfterActionTests
{
    public static TheoryData<string> Scenarios => [.. Play.Evening.Shelf.Scenarios.Select(s => s.Id)];

    /// <summary>An evening played to minute 45, with a check that did not hold, an inject held back and a note of the facilitator's own.</summary>
    private static Material Played(string scenario)
    {
        var evening = Play.Evening.Started(scenario);
        var service = evening.Plan.Scenario.Setting.Services.First().Name;
        evening.Until(11).Says("Marek", $"/sli {service} ok=no error_pct=22");
        evening.Says("Ines", "/decide fail over to green | runbook region-failover-drills");
        evening.Until(45).Says("Marek", $"/sli {service} ok=no error_pct=22");
        evening.Says("Fay", "/hold");
        evening.Says("Fay", $"/check {evening.Plan.Scenario.Checks[0].Id} not nobody had looked");
        evening.Says("Fay", "/note they never opened the right page");
        evening.Says("Fay", "/end");
        return Sample.Of([.. evening.Log]);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_participants_edition_holds_nothing_that_only_the_facilitator_may_know(string scenario)
    {
        var material = Played(scenario);
        var (open, whole) = (Sample.Markdown(AfterAction.Of(material, facilitator: false)), Sample.Markdown(AfterAction.Of(material, facilitator: true)));
        var found = 0;
        foreach (var secret in Secrets(material))
        {
            Assert.DoesNotContain(ReportMarkdown.Words(secret), open, StringComparison.OrdinalIgnoreCase);
            if (whole.Contains(ReportMarkdown.Words(secret), StringComparison.OrdinalIgnoreCase)) found++;
        }

        // What the test looks for is there for the one who may see it.
        Assert.True(found > 10, $"only {found} of the secrets are in the facilitator's edition");
    }

    private static IEnumerable<string> Secrets(Material m)
    {
        var scenario = m.Scenario!;
        if (scenario.Title != scenario.ShownAs) yield return scenario.Title;
        if (!m.Title.Contains(scenario.Id, StringComparison.Ordinal)) yield return scenario.Id;
        yield return "they never opened the right page";
        yield return "nobody had looked";
        foreach (var sentence in Sentences(scenario.Situation).Concat(scenario.Checks.SelectMany(c => Sentences(c.Text)))) yield return sentence;
        foreach (var check in scenario.Checks.Where(c => c.Id.Length > 8)) yield return check.Id;
        foreach (var layer in Layers.All.Where(l => l.Contains('-', StringComparison.Ordinal))) yield return layer;
        var released = m.Events.Where(Story.Released).Select(e => e.Text("card")).ToHashSet();
        foreach (var card in m.Shelf!.Cards.Values.Where(c => c.Scenario == scenario.Id))
        {
            yield return card.Id;
            yield return card.Title;
            if (!released.Contains(card.Id))
                foreach (var sentence in Sentences(card.Text)) yield return sentence;
        }

        foreach (var e in m.Events.Where(e => e.Type == "inject" && e.Text("reason") is not null)) yield return e.Text("reason")!;
        foreach (var page in m.Report.Diagnosis.Pages) yield return page.Section;
        foreach (var step in m.Report.Diagnosis.Steps) yield return step.Text;
    }

    /// <summary>Pieces long enough to be nobody else's.</summary>
    private static IEnumerable<string> Sentences(string text) =>
        text.Replace('\n', ' ').Split(['.', ';', ':'], StringSplitOptions.TrimEntries).Where(s => s.Length > 25);

    /// <summary>A log written by hand may say more of what is held back than the program would.</summary>
    [Fact]
    public void The_text_of_an_inject_that_was_held_back_is_the_facilitators()
    {
        var m = Sample.Of("{'type':'inject','at':'2026-05-04T14:20:00Z','card':'dns-label','state':'held','text':'the label will move'}", "{'type':'note','at':'2026-05-04T14:21:00Z','role':'facilitator','text':'too slow'}");
        Assert.Contains("the label will move", Sample.Markdown(AfterAction.Of(m, facilitator: true)), StringComparison.Ordinal);
        Assert.Contains("too slow", Sample.Markdown(AfterAction.Of(m, facilitator: true)), StringComparison.Ordinal);
        Assert.DoesNotContain("the label will move", Sample.Markdown(AfterAction.Of(m, facilitator: false)), StringComparison.Ordinal);
        Assert.DoesNotContain("too slow", Sample.Markdown(AfterAction.Of(m, facilitator: false)), StringComparison.Ordinal);
        Assert.DoesNotContain("the label will move", Bundle.Texts(m).Single(t => t.Name == "timeline.csv").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_editions_tell_what_happened_and_end_in_an_improvement_plan()
    {
        foreach (var facilitator in new[] { false, true })
        {
            var text = Sample.Markdown(AfterAction.Of(Sample.Of(Sample.Evening), facilitator));
            Assert.Contains("## What happened", text, StringComparison.Ordinal);
            Assert.Contains("## Improvement plan", text, StringComparison.Ordinal);
            Assert.Contains("exact checks", text, StringComparison.Ordinal);
        }
    }
}

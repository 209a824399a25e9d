using System.Text;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class ScenarioTests
{
    private const string Good = """
        ---
        id: evening
        title: Evening
        shown_as: An evening
        layer: routing
        modes: [5, 1]
        pages: [multi-region-routing]
        cards: [dark, darker]
        duration_minutes: 60
        tier: S
        topology: region:A(active),B(passive)
        services:
          - {name: chat, tier: S, rag: true}
        stores:
          - {name: orders, rpo_minutes: 5}
        baseline:
          - {service: chat, p95_warm_ms: 320}
        ---
        # Evening
        ## Situation
        It is
        late.

        ## Briefing
        - `slis-and-slos`: As ever.

        ## Injects
        - 10: dark
        - from 25 when `error_pct <= 1`, by 40: darker

        ## Optional extended cases
        - `night`: Play it again.
          - 62: dark

        ## Exact checks
        - `near`: Answers are near; `delta_s <= 0.45`.

        ## Proofs
        - A list.
        """;

    private readonly List<Note> _notes = [];

    [Fact]
    public void Complete_scenario_Is_read()
    {
        var scenario = Read(Good)!;
        Assert.Equal(("evening", "Evening", "routing", 60, "It is\nlate."), (scenario.Id, scenario.Title, scenario.Layer, scenario.DurationMinutes, scenario.Situation));
        Assert.Equal([5, 1], scenario.Modes);
        Assert.Equal(["dark", "darker"], scenario.Cards);
        Assert.Equal("An evening", scenario.ShownAs);
        Assert.Equal([new Named("slis-and-slos", "As ever.", 25)], scenario.Briefing);
        Assert.Equal([new Served("chat", "S", true)], scenario.Setting.Services);
        Assert.Equal([new DueCard(10, "dark", 28), new DueCard(25, "darker", 29, "error_pct <= 1", 40)], scenario.Injects);
        Assert.Equal([new ExactCheck("near", "Answers are near; delta_s <= 0.45.", 36)], scenario.Checks);
        var night = Assert.Single(scenario.Extended);
        Assert.Equal(("night", "Play it again."), (night.Id, night.Text));
        Assert.Equal([new DueCard(62, "dark", 33)], night.Injects);
        Assert.Equal(["A list."], scenario.Proofs);
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("layer: routing", "layer: rooting")]
    [InlineData("layer: routing\n", "")]
    [InlineData("modes: [5, 1]", "modes: [0]")]
    [InlineData("duration_minutes: 60\n", "")]
    [InlineData("## Situation", "## Story")]
    [InlineData("## Exact checks", "## Checks")]
    [InlineData("- 10: dark", "- ten: dark")]
    [InlineData("- 62: dark", "- later: dark")]
    [InlineData("shown_as: An evening\n", "")]
    [InlineData("tier: S\n", "")]
    [InlineData("## Briefing", "## Story")]
    [InlineData("- `near`: Answers", "- Answers")]
    public void Incomplete_scenario_Is_said(string from, string to)
    {
        Read(Good.ReplaceLineEndings("\n").Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(_notes, n => n.Severity == Severity.Error);
    }

    [Fact]
    public void Shipped_scenarios_Are_all_read()
    {
        var scenarios = KnowledgeFiles.In(Repository.Path("knowledge"), "scenarios", _notes).Select(f => Scenario.Read(f, _notes)).ToList();
        Assert.Equal(7, scenarios.Count);
        Assert.All(scenarios, s => Assert.NotEmpty(s!.Checks));
        Assert.Empty(_notes);
    }

    private Scenario? Read(string text) => Scenario.Read(new KnowledgeFile("evening.md", "evening.md", Encoding.UTF8.GetBytes(text)), _notes);
}

using System.Text;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class ScenarioTests
{
    private const string Good = """
        ---
        id: evening
        title: Evening
        layer: routing
        modes: [5, 1]
        pages: [multi-region-routing]
        cards: [dark, darker]
        duration_minutes: 60
        ---
        # Evening
        ## Situation
        It is
        late.

        ## Injects
        - 10: dark
        - 25: darker

        ## Optional extended cases
        - `night`: Play `dark` again.

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
        Assert.Equal([new DueCard(10, "dark", 16), new DueCard(25, "darker", 17)], scenario.Injects);
        Assert.Equal([new ExactCheck("near", "Answers are near; delta_s <= 0.45.", 23)], scenario.Checks);
        Assert.Equal([new ExactCheck("night", "Play dark again.", 20)], scenario.Extended);
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

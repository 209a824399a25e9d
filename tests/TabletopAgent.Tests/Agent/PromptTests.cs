using TabletopAgent.Agent;

namespace TabletopAgent.Tests.Agent;

public sealed class PromptTests
{
    [Theory]
    [InlineData("agent.md")]
    [InlineData("driver.md")]
    [InlineData("grade-note.md")]
    public void Each_prompt_that_ships_names_what_it_uses(string file)
    {
        var notes = new List<Note>();
        var text = File.ReadAllText(Repository.Path("prompts", file));
        var named = text.Split('\n')[1].Replace("variables: [", "", StringComparison.Ordinal).TrimEnd(']').Split(", ");
        Assert.Equal(named, Prompt.Read(text, file, named, notes)?.Variables);
        Assert.Empty(notes);
    }

    [Fact]
    public void The_seeds_questions_are_asked_in_its_words()
    {
        var text = File.ReadAllText(Repository.Path("prompts", "driver.md"));
        foreach (var line in new[]
        {
            "1) likely failing layer and which WFGY page to open,", "3) routing and cache actions with proofs,",
            """{ "RTO": "...", "RPO": "...", "ΔS_median": 0.xx, "coverage_median": 0.xx, "next_fix": "..." }""", "Keep it auditable and short.",
        })
            Assert.Contains(line, text);
    }

    [Fact]
    public void What_is_filled_in_is_not_looked_at_again()
    {
        var prompt = Prompt.Read("---\nvariables: [a, b]\n---\n{{a}} and {{b}}\n", "p.md", ["a", "b"], []);
        Assert.Equal("{{b}} and {{a}}", prompt!.Fill(new Dictionary<string, string> { ["a"] = "{{b}}", ["b"] = "{{a}}" }));
    }

    [Theory]
    [InlineData("---\nvariables: [a]\n---\n\n{{a}} {{b}}", "TT740", 5, "uses {{b}}")]
    [InlineData("---\nvariables: [a, b]\n---\n{{a}}", "TT741", 2, "names the variable b and never uses it")]
    [InlineData("---\nvariables: [c]\n---\n{{c}}", "TT742", 2, "the variable c, which nothing fills. Known here: a, b.")]
    [InlineData("{{a}}", "TT401", 1, "front matter")]
    public void What_is_wrong_with_one_is_said_and_it_is_not_used(string file, string code, int line, string said)
    {
        var notes = new List<Note>();
        Assert.Null(Prompt.Read(file, "p.md", ["a", "b"], notes));
        var note = Assert.Single(notes);
        Assert.Equal((code, Severity.Error, new Place("p.md", line)), (note.Code, note.Severity, note.Place));
        Assert.Contains(said, note.Text);
    }

    [Fact]
    public void One_that_is_gone_is_a_note()
    {
        var notes = new List<Note>();
        Assert.Null(Prompt.Load("/no/such/driver.md", [], notes));
        Assert.Equal("TT743", Assert.Single(notes).Code);
    }
}

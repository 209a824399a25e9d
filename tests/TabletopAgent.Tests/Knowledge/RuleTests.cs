using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class RuleTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void Read_Gives_rules_with_their_lines()
    {
        var rules = Rule.Read("rules:\n  - id: a\n    when: delta_s >= 0.60\n    layer: vector-index\n    weight: 99\n    pages: [x, y]\n    why: far\n    refuted_by: near\n  - when: error_pct > 1\n    layer: cache\n", "r.yaml", _notes);
        Assert.Equal(("a", "delta_s >= 0.60", "vector-index", 10, "far", "near", 2), (rules[0].Id, rules[0].When.Source, rules[0].Layer, rules[0].Weight, rules[0].Why, rules[0].RefutedBy, rules[0].Place.Line));
        Assert.Equal(["x", "y"], rules[0].Pages);
        Assert.Equal(("line-9", 1, null), (rules[1].Id, rules[1].Weight, rules[1].RefutedBy));
    }

    [Theory]
    [InlineData("rules:\n  - id: a\n    when: delta_s >= 0.60\n    layer: vectors\n", "TT407")]
    [InlineData("rules:\n  - id: a\n    when: far away\n    layer: cache\n", "TT411")]
    [InlineData("rules:\n  - id: a\n    layer: cache\n", "TT411")]
    [InlineData("rules: [", "TT401")]
    [InlineData("- a", "TT401")]
    public void Rule_that_cannot_be_used_Is_left_out_and_said(string yaml, string code)
    {
        Assert.Empty(Rule.Read(yaml, "r.yaml", _notes));
        Assert.Equal(code, Assert.Single(_notes).Code);
    }
}

using TabletopAgent.Agent;

namespace TabletopAgent.Tests.Agent;

public sealed class GateTests
{
    [Fact]
    public void What_goes_out_is_masked_and_fenced_and_the_reader_gets_it_back()
    {
        var gate = new Gate();
        var sent = gate.Data("said", "ask kim@example.com, key AKIAIOSFODNN7EXAMPLE");
        Assert.StartsWith("<<data said ", sent);
        Assert.DoesNotContain("kim@", sent);
        Assert.DoesNotContain("AKIA", sent);
        Assert.Contains("kim@example.com", gate.Reveal(sent));
        Assert.DoesNotContain("AKIA", gate.Reveal(sent));
    }

    [Fact]
    public void The_same_is_masked_alike_throughout()
    {
        var gate = new Gate();
        Assert.Equal(gate.Mask("kim@example.com"), gate.Mask("kim@example.com"));
        Assert.NotEqual(gate.Mask("kim@example.com"), gate.Mask("bo@example.com"));
    }

    [Fact]
    public void The_rule_names_the_mark_that_is_used()
    {
        var gate = new Gate();
        var mark = gate.Data("page", "x").Split('\n')[^1]["<<end ".Length..].TrimEnd('>');
        Assert.Contains(mark, gate.Rule);
    }
}

using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Knowledge;

public sealed class BarsTests
{
    [Theory]
    [InlineData("ΔS ≤ 0.50", "ΔS ≤ 0.50")]
    [InlineData("ΔS(question, retrieved) is below **0.40**", "ΔS(question, retrieved) is below **0.40")]
    [InlineData("ΔS_q_ctx>0.50", "ΔS_q_ctx>0.50")]
    [InlineData("ΔS ≤ 0.45, rebuild at ΔS >= 0.6", null)]
    [InlineData("ΔS drift ≤ 0.03", null)]
    [InlineData("ΔS 0.52, coverage ≥ 0.50.", null)]
    [InlineData("coverage ≥ 0.50", null)]
    public void Other(string line, string? found) => Assert.Equal(found is null ? [] : [found], Bars.Other(line, Targets.Default));

    [Theory]
    [InlineData("\"lambda_state\": \"→\"", "TT426")]
    [InlineData("lambda: convergent", "TT426")]
    [InlineData("λ_observe: \"<>\"", "TT427")]
    [InlineData("λ_state: \"→\"", null)]
    [InlineData("λ_state: \"→|←|<>|×\"", null)]
    [InlineData("iter(lambda: f.read(1))", null)]
    public void Foreign(string line, string? code)
    {
        var notes = new List<Note>();
        Bars.Foreign($"\n{line}", "f", Targets.Default, notes);
        Assert.Equal(code is null ? [] : [(code, 2)], notes.Select(n => (n.Code, n.Place.Line)));
    }
}

using TabletopAgent.Diagnose;
using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Diagnose;

/// <summary>Confidence never stands above the evidence.</summary>
public sealed class DiagnosisTests
{
    [Theory]
    [InlineData("low", "a:Words", "b:Words")]
    [InlineData("low")]
    [InlineData("medium", "a:Reported")]
    [InlineData("medium", "a:Reported", "b:Reported")]
    [InlineData("medium", "a:Measured")]
    [InlineData("medium", "a:Measured", "a:Measured")]
    [InlineData("high", "a:Measured", "b:Measured")]
    [InlineData("high", "a:Measured", "b:Reported")]
    [InlineData("medium", "a:Measured", "b:Words")]
    public void Confidence_follows_the_sources(string confidence, params string[] facts)
    {
        var hits = facts.Select(f => f.Split(':')).Select(f => new Hit(Any, [new Fact(f[0], 1, null, Enum.Parse<Source>(f[1]), default, "")])).ToList();
        Assert.Equal(confidence, new Suspect("cache", hits, null, 0.9).Confidence);
    }

    private static readonly Rule Any = new("any", Predicate.Parse("a > 0", out _)!, "cache", 7, [], "", null, default);
}

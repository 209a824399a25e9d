using TabletopAgent.Diagnose;
using TabletopAgent.Facts;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Diagnose;

public sealed class BoundsTests
{
    /// <summary>A bar itself is inside, except for the queue, whose rule fires at the bar.</summary>
    [Theory]
    [InlineData("delta_s", 0.45, true)]
    [InlineData("delta_s", 0.4501, false)]
    [InlineData("coverage", 0.70, true)]
    [InlineData("coverage", 0.69, false)]
    [InlineData("queue_ratio", 1.9, true)]
    [InlineData("queue_ratio", 2, false)]
    [InlineData("unaccounted", -1, false)]
    [InlineData("cpu_pct", 70, true)]
    [InlineData("cpu_pct", 85, null)]
    [InlineData("cpu_pct", 91, false)]
    [InlineData("acked", 1000, null)]
    public void A_figure_keeps_its_bar_or_not(string name, double value, bool? keeps) =>
        Assert.Equal(keeps, new Bounds(Targets.Default).Keeps(new Fact(name, value, null, Source.Words, default, "")));

    [Fact]
    public void A_word_keeps_nothing() => Assert.Null(new Bounds(Targets.Default).Keeps(new Fact("delta_s", null, "low", Source.Words, default, "")));

    /// <summary>Rules and bars speak of the same numbers: a bar that is moved in settings moves here.</summary>
    [Fact]
    public void Bars_come_from_the_targets() =>
        Assert.True(new Bounds(Targets.Default with { CacheDropPoints = 8 }).Keeps(new Fact("cache_drop_points", 7, null, Source.Measured, default, "")));
}

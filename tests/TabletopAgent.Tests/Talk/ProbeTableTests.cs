using TabletopAgent.Talk;

namespace TabletopAgent.Tests.Talk;

public sealed class ProbeTableTests
{
    [Fact]
    public void A_bar_stands_for_each_probe() => Assert.Equal("▁▅█", ProbeTable.Spark([0, 0.5, 1]));

    [Fact]
    public void Of_too_many_the_latest_are_shown() => Assert.Equal(60, ProbeTable.Spark([.. Enumerable.Repeat(0.3, 500)]).Length);
}

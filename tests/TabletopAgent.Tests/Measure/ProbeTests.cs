using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeTests
{
    [Fact]
    public void Phases_are_ordered_in_time() => Assert.True(Phase.Baseline < Phase.Inject && Phase.Inject < Phase.Post);

    [Fact]
    public void A_span_does_not_hold_its_end() => Assert.Equal(50, new Span(100, 150).Length);
}

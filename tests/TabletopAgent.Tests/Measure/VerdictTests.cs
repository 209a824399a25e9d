using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class VerdictTests
{
    [Fact]
    public void There_are_three_verdicts_and_unmeasured_is_one_of_its_own() =>
        Assert.Equal([Verdict.Pass, Verdict.Fail, Verdict.Unmeasured], Enum.GetValues<Verdict>());
}

using TabletopAgent.Play;
using TabletopAgent.Talk;

namespace TabletopAgent.Tests.Talk;

public sealed class ClausesTests
{
    [Theory]
    [InlineData("fail over to green, owner Ana, runbook region-failover-drills", "fail over to green | owner Ana | runbook region-failover-drills")]
    [InlineData("fail over because writes fail", "fail over | rationale writes fail")]
    [InlineData("freeze deploys; owned by Bo", "freeze deploys | owner Bo")]
    [InlineData("tell the service owner", "tell the service owner")]
    [InlineData("a | b", "a \\| b")]
    public void What_hangs_on_a_decision_becomes_its_parts(string said, string entry) => Assert.Equal(entry, Clauses.Of(said, CommandForm.Find("decide")!));

    [Fact]
    public void A_part_that_the_command_does_not_have_is_text() => Assert.Equal("seen, owner Ana", Clauses.Of("seen, owner Ana", CommandForm.Find("note")!));
}

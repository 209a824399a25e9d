using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Knowledge;

public sealed class ReferenceDeskTests
{
    private static readonly References Desk = ReferenceDesk.Of(() => Shipped.Knowledge);

    [Theory]
    [InlineData("region-failover-drills", "Resolves")]
    [InlineData("region-failover-drills#minimal-fix", "Resolves")]
    [InlineData("region_failover_drills", "Resolves")]
    [InlineData("knowledge/pages/region-failover-drills.md", "Resolves")]
    [InlineData("ProblemMap/GlobalFixMap/Cloud_Serverless/region_failover_drills.md", "Resolves")]
    [InlineData("Cloud_Serverless/region_failover_drills.md", "Resolves")]
    [InlineData("https://github.com/onestardao/WFGY/blob/main/ProblemMap/GlobalFixMap/Cloud_Serverless/region_failover_drills.md", "Resolves")]
    [InlineData("https://github.com/onestardao/WFGY/blob/main/ProblemMap/GlobalFixMap/Cloud_Serverless/no_such_page.md", "Dead")]
    [InlineData("ProblemMap/GlobalFixMap/Cloud_Serverless/runtime_env_parity.md", "Dead")] // upstream only promises it
    [InlineData("https://wiki.example/failover", "Unchecked")]
    [InlineData("runbooks/failover_and_recovery.md", "Unchecked")] // theirs, although a page elsewhere has that name
    [InlineData("RB-12", "Unchecked")]
    public void A_runbook_resolves_where_it_leads_to_a_page(string reference, string standing) => Assert.Equal(standing, Desk.Page(reference).ToString());

    [Fact]
    public void The_checks_of_a_scenario_are_known_by_its_id()
    {
        Assert.Contains(Desk.Checks("primary-region-write-outage"), c => c.Id == "idempotent-keys");
        Assert.Empty(Desk.Checks("no-such-evening"));
    }

    [Fact]
    public void The_shipped_battery_says_which_probes_have_no_answer() =>
        Assert.Equal((false, true, null), (Desk.Answerable("clause-nobody-wrote"), Desk.Answerable("false-premise"), Desk.Answerable("of-our-own")));
}

using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ExactChecksTests
{
    private static readonly (string, string)[] Scenario = [("keys", "Keys are idempotent."), ("reads", "Reads stay healthy.")];

    private static IReadOnlyList<PlayedCheck> Of(Incident log) => ExactChecks.Of(log.Events, Scenario);

    [Fact]
    public void Each_check_of_the_scenario_has_its_last_answer_or_was_not_played()
    {
        var checks = Of(new Incident().At("14:40", "check", "'id':'keys','held':false").At("14:50", "check", "'id':'keys','held':true,'evidence':'one row'"));
        Assert.Equal([("keys", true, "one row"), ("reads", (bool?)null, null)], checks.Select(c => (c.Id, c.Held, c.Evidence)));
    }

    [Fact]
    public void Others_follow_and_evidence_of_any_form_is_kept() => Assert.Equal(
        [("extra", "{\"rows\": 2}")],
        Of(new Incident().At("14:40", "check", "'id':'extra','held':true,'evidence':{'rows': 2}")).Skip(2).Select(c => (c.Id, c.Evidence!)));

    [Fact]
    public void What_did_not_hold_is_a_finding()
    {
        var finding = Assert.Single(ExactChecks.Findings(Of(new Incident().At("14:40", "check", "'id':'keys','held':false"))));
        Assert.Equal(("check:keys", "The check keys did not hold: Keys are idempotent."), (finding.Id, finding.Text));
    }
}

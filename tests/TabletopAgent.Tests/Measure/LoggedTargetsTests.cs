using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class LoggedTargetsTests
{
    private static (Targets InForce, IReadOnlyList<Finding> Findings) Of(string targets, bool accept = false, List<Note>? notes = null) =>
        LoggedTargets.Of(new Incident().Head($"'targets':{{{targets}}}").Events[0], Targets.Default with { AcceptLogged = accept }, notes ?? []);

    [Theory]
    [InlineData("'rto_tier_s':20", 20)]
    [InlineData("'rto_tier_s':45", 30)] // looser: shown and not applied
    [InlineData("'RtoTierS':20", 20)]
    [InlineData("'rto_tier_s':30", 30)]
    public void A_stricter_ceiling_holds_and_a_looser_one_does_not(string targets, double inForce) => Assert.Equal(inForce, Of(targets).InForce.RtoTierS);

    [Theory]
    [InlineData("'steady_hold':15", 15)]
    [InlineData("'steady_hold':5", 10)]
    public void Of_a_floor_it_is_the_other_way_round(string targets, double inForce) => Assert.Equal(inForce, Of(targets).InForce.SteadyHold);

    [Fact]
    public void Looser_bars_hold_where_somebody_accepts_them() => Assert.Equal(45, Of("'rto_tier_s':45", accept: true).InForce.RtoTierS);

    [Fact]
    public void Either_way_it_is_shown() => Assert.Equal(
        ["The log sets rto_tier_s to 45, looser than 30: not applied without --accept-targets.", "The log sets delta_s_pass to 0.4, stricter than 0.45: applied."],
        Of("'rto_tier_s':45,'delta_s_pass':0.40").Findings.Select(f => f.Text));

    [Theory]
    [InlineData("'rto_tier_x':20", "TT502")]
    [InlineData("'rto_tier_s':'soon'", "TT503")]
    [InlineData("'rto_tier_s':-1", "TT503")]
    public void What_is_no_target_is_said(string targets, string code)
    {
        var notes = new List<Note>();
        Assert.Equal(30, Of(targets, notes: notes).InForce.RtoTierS);
        Assert.Equal(code, Assert.Single(notes).Code);
    }

    [Fact]
    public void The_bars_of_a_log_decide_its_verdicts()
    {
        static Incident Log(string targets) => new Incident().Head($"'tier':'S','services':['chat'],'targets':{{{targets}}}").Red("14:10", "14:34").Green("14:35", "14:50");
        Assert.Equal(Verdict.Pass, Log("'v':1").Outcome().Rto.Verdict);
        Assert.Equal((Verdict.Fail, 20.0), (Log("'rto_tier_s':20").Outcome().Rto is var r ? r.Verdict : default, r.Target!.Value));
    }
}

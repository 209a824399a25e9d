using TabletopAgent.Measure;
using TabletopAgent.Score;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Score;

public sealed class CounterfactualsTests
{
    /// <summary>Broken from 14:11 until a minute before stable at 14:52: 41 min for a tier of 30.</summary>
    private static Incident Late() => new Incident().Head("'tier':'S','services':['chat']").Red("14:11", "14:51").Green("14:52", "15:10");

    private static IReadOnlyList<Counterfactual> Of(Incident log) => Counterfactuals.Of(log.Outcome());

    [Fact]
    public void A_decision_moves_back_to_the_last_thing_that_was_known()
    {
        // Nine minutes earlier, as soon as the symptom was seen: 41 − 9 = 32, two too many.
        var found = Assert.Single(Of(Late().At("14:22", "symptom", "'text':'writes fail'").At("14:31", "decision", "'text':'failover approved','seq':7")));
        Assert.Equal("“failover approved” at 14:22 instead of 14:31: RTO of chat 41 → 32 min, tier S still missed by 2.", Counterfactuals.Finding(found).Text);
        Assert.Equal(("earlier:chat:7", "counterfactual"), (Counterfactuals.Finding(found).Id, Counterfactuals.Finding(found).Kind));
    }

    [Fact]
    public void Where_it_can_be_met_the_latest_time_that_meets_it_is_named()
    {
        // Eleven minutes are too many; the decision could have come 16 minutes earlier, and 11 suffice.
        var found = Assert.Single(Of(Late().At("14:15", "symptom", "'text':'writes fail'").At("14:31", "decision", "'text':'failover approved'")));
        Assert.Equal("“failover approved” at 14:20 instead of 14:31: RTO of chat 41 → 30 min, tier S met.", Counterfactuals.Finding(found).Text);
    }

    [Fact]
    public void Nothing_before_the_deed_moves()
    {
        // Broken until 14:25 before the deed at 14:26: however early the deed, 14:25 stays red, so 15 min is the least.
        var log = new Incident().Head("'tier':'S','services':['chat'],'targets':{'rto_tier_s':5}").Red("14:11", "14:25").Red("14:26", "14:51").Green("14:52", "15:10").At("14:26", "change", "'area':'routing','what':'to green'");
        var found = Assert.Single(Of(log));
        Assert.Equal(("14:11", 26.0), (Spell.Time(found.To), found.After)); // the deed's own 26 red minutes begin at 14:11 then, and end at 14:37
        Assert.StartsWith("“routing: to green” at 14:11", Counterfactuals.Finding(found).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_in_time_or_is_not_over_has_no_what_if()
    {
        Assert.Empty(Of(new Incident().Head("'tier':'A','services':['chat']").Red("14:11", "14:51").Green("14:52", "15:10").At("14:31", "decision", "'text':'x'")));
        Assert.Empty(Of(new Incident().Head("'tier':'S','services':['chat']").Red("14:11", "15:30").At("14:31", "decision", "'text':'x'")));
        Assert.Empty(Of(Late().At("14:55", "decision", "'text':'after stable'")));
        Assert.Empty(Of(Late().At("14:31", "decision", "'text':'of another service','service':'search'")));
    }

    [Fact]
    public void The_best_five_those_that_turn_the_verdict_first()
    {
        var log = Late();
        foreach (var at in new[] { "14:12", "14:14", "14:17", "14:21", "14:33", "14:38", "14:44" }) log.At(at, "decision", $"'text':'{at}'");
        var found = Of(log);
        Assert.Equal(["14:33", "14:44", "14:38", "14:21", "14:17"], found.Select(f => f.Deed.Text("text"))); // gaps of 12, 6, 5, 4 and 3 minutes
        Assert.Equal([true, false, false, false, false], found.Select(f => f.Turns));
    }

    [Fact]
    public void Later_samples_change_no_stamp_and_an_earlier_decision_does()
    {
        var log = Late().At("14:31", "decision", "'text':'x'");
        var stamp = Counterfactuals.Stamp(log.Outcome());
        Assert.Equal(stamp, Counterfactuals.Stamp(log.Green("15:11", "15:20").At("15:15", "decision", "'text':'late'").Outcome()));
        Assert.NotEqual(stamp, Counterfactuals.Stamp(log.At("14:20", "decision", "'text':'y'").Outcome()));
    }
}

using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class PlanTests
{
    [Fact]
    public void The_evening_of_the_seed_is_numbered_planned_cards_first_then_the_drivers_then_the_extended()
    {
        var plan = Evening.PlanOf("seed-evening");
        Assert.Equal(
            ["1 write-routes-fail 10 0", "2 index-restored-from-last-night 25 0", "3 payment-secret-rotated 40 0", "4 dns-label-80-percent 50 0", "5 queue-looked-into 14 0",
            "6 answers-off-by-topic 26 0", "7 payment-calls-refused 62 1", "8 payment-key-overlap 75 1", "9 regions-promote-themselves 62 2", "10 link-cut-for-drill 75 2"],
            plan.Injects.Select(i => $"{i.Number} {i.Card.Id} {i.From} {i.Case}"));
        Assert.Equal((60, 90), (plan.End(false), plan.End(true)));
        Assert.Equal([0, 10, 20, 35, 50, 60], plan.Boxes.Select(b => b.From));
    }

    [Fact]
    public void The_briefing_is_the_templates_with_the_words_of_the_scenario()
    {
        var briefing = Evening.PlanOf("seed-evening").Briefing.ToList();
        Assert.Equal(["roles", "slis-and-slos", "runbooks", "traffic-shape", "cache-namespaces", "data"], briefing.Select(b => b.Id));
        Assert.Contains("warm p95 is 320 ms", briefing[1].Text);
        Assert.Contains("region-failover-drills", briefing[2].Text);
    }

    [Fact]
    public void A_card_that_is_not_there_is_said()
    {
        var notes = new List<Note>();
        var scenario = Evening.Shelf.Find("seed-evening")! with { Injects = [new(10, "write-route-fails", 18)] };
        Plan.Of(scenario, Evening.Shelf, notes);
        Assert.Equal(("TT429", 18), (Assert.Single(notes).Code, notes[0].Place.Line));
    }
}

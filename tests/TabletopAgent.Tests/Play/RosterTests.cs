using TabletopAgent.Exercises;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class RosterTests
{
    [Fact]
    public void Roles_are_those_of_the_first_line_and_of_the_hand_overs()
    {
        var roster = new Roster();
        roster.Take(Opening.Head(Evening.PlanOf("seed-evening"), "e", null, new Dictionary<string, string> { ["facilitator"] = "Fay", ["observer"] = "Ada" }, "", Evening.Opened));
        Assert.Equal(["incident-commander", "cloud-operator", "data-owner", "llm-owner", "comms-lead"], roster.Unstaffed);
        roster.Take(Role("comms-lead", "ada"));
        Assert.Equal(["comms-lead", "observer"], roster.RolesOf("Ada"));
        roster.Take(Role("observer", "Lee"));
        Assert.Equal(("Lee", true, false), (roster.Holder("observer"), roster.HandedOver("observer"), roster.HandedOver("comms-lead")));
        Assert.Empty(roster.RolesOf("Kim"));
    }

    private static Event Role(string role, string person) => Event.Of("role", new Place("x"), ("role", role), ("person", person));
}

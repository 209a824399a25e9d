using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Play;

public sealed class EvidenceTests
{
    [Fact]
    public void What_only_exists_before_is_asked_for_before()
    {
        var evening = Evening.Started();
        Assert.Empty(evening.Until(4.9).Reminders);
        evening.Until(9);
        Assert.Equal(["evidence baseline probes", "evidence baseline safety", "briefing"], evening.Reminders);
        Assert.Contains("still open in the briefing: roles, slis-and-slos", evening.Log.Single(e => e.Text("about") == "briefing").Text("text"));
    }

    [Fact]
    public void What_is_there_is_not_asked_for()
    {
        var evening = new Evening(probes: _ => ([Event.Of("probe", new Place("b.csv", 2), ("probe_id", "p-1"), ("ΔS_q_r", 0.3))], []));
        evening.Says("Fay", "/probe b.csv baseline");
        evening.Says("Fay", "/safety phase=baseline kind=bluff probe=s-1 held=yes");
        foreach (var item in evening.Plan.Briefing) evening.Says("Fay", $"/briefed {item.Id}");
        evening.Says("Fay", "/start");
        Assert.Empty(evening.Until(9.9).Reminders);
    }

    [Fact]
    public void Ten_minutes_before_the_end_the_rest_is_asked_for_each_once()
    {
        var evening = Evening.Started().Until(12);
        evening.Says("Ines", "/decide fail over");
        evening.Says("Marek", "/change routing weights");
        var before = evening.Until(49.9).Reminders.Count();
        evening.Until(59);
        Assert.Equal(["evidence writes", "evidence post probes", "evidence post safety", "evidence runbooks", "evidence proofs", "evidence checks"], evening.Reminders.Skip(before));
        Assert.Equal("10 of 10 exact checks have no answer yet; the facilitator has the list (/checks)", evening.Log.Single(e => e.Text("about") == "evidence checks").Text("text"));
    }

    [Fact]
    public void A_red_service_without_a_declaration_is_asked_about_after_ten_minutes()
    {
        var evening = Evening.Started().Until(11);
        evening.Says("Marek", "/sli chat ok=no");
        Assert.DoesNotContain("evidence declared", evening.Until(20.9).Reminders);
        Assert.Contains("evidence declared", evening.Until(21).Reminders);
    }
}

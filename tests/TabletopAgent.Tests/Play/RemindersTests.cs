using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Play;

public sealed class RemindersTests
{
    /// <summary>Declared at 12. Nothing sent: the first is due at 22, said at 19. Sent at 20: the next is due at 40, said at 37. Sent at 38: the 30 minutes after 20 need a second by 50, said at 47.</summary>
    [Fact]
    public void Comms_are_spoken_of_only_when_the_quota_is_at_risk()
    {
        var evening = Evening.Started().Until(12);
        evening.Says("Ines", "/milestone declared");
        evening.Until(20).Says("Jonas", "/comms customers: we look into it");
        evening.Until(38).Says("Jonas", "/comms customers: it is mended");
        evening.Until(56);
        Assert.Equal(["19:00", "37:00", "47:00"], Times(evening, "comms"));
        Assert.Contains("no update to stakeholders since the declaration; the next is due by 14:22 (2 in every 30 minutes)", Text(evening, "comms 0"));
        Assert.Contains("was at 14:20; the next is due by 14:40", Text(evening, "comms 1"));
    }

    [Fact]
    public void A_team_that_keeps_the_quota_hears_nothing()
    {
        var evening = Evening.Started().Until(12);
        evening.Says("Ines", "/milestone declared");
        foreach (var minute in new[] { 14, 26, 38, 50 }) evening.Until(minute).Says("Jonas", "/comms customers: still at it");
        Assert.Empty(Times(evening, "comms"));
    }

    /// <summary>Sent at 14 and again at 50: the 30 minutes after 14 were over at 44, and no update mends them. The next is due at 70, said at 67.</summary>
    [Fact]
    public void A_quota_already_missed_is_due_no_more()
    {
        var evening = Evening.Started().Until(12);
        evening.Says("Ines", "/milestone declared");
        evening.Until(14).Says("Jonas", "/comms customers: we look into it");
        evening.Until(50).Says("Jonas", "/comms customers: still at it");
        evening.Until(55);
        Assert.Equal(["31:00"], Times(evening, "comms"));
    }

    [Fact]
    public void Once_stable_no_more_updates_are_asked_for()
    {
        var evening = Evening.Started().Until(12);
        evening.Says("Ines", "/milestone declared");
        evening.Says("Ines", "/milestone stable");
        Assert.Empty(Times(evening.Until(59), "comms"));
    }

    /// <summary>Tier S has 30 minutes: red since 11, half is 26 and three quarters 33:30.</summary>
    [Fact]
    public void The_recovery_clock_is_spoken_of_at_half_and_at_three_quarters()
    {
        var evening = Evening.Started().Until(11);
        evening.Says("Marek", "/sli chat ok=no");
        evening.Until(58);
        Assert.Equal(["26:00", "33:30"], Times(evening, "rto"));
        Assert.Contains("chat is red since 14:11 (15 of 30 min, tier S)", Text(evening, "rto chat 2/4"));
    }

    [Fact]
    public void Green_in_time_is_not_spoken_of()
    {
        var evening = Evening.Started().Until(11);
        evening.Says("Marek", "/sli chat ok=no");
        evening.Until(24).Says("Marek", "/sli chat ok=yes");
        Assert.Empty(Times(evening.Until(58), "rto"));
    }

    /// <summary>Green for three minutes is not recovered: red from 11 on and again from 19, the half is at 26 all the same.</summary>
    [Fact]
    public void Green_that_does_not_hold_stops_no_clock()
    {
        var evening = Evening.Started().Until(11);
        evening.Says("Marek", "/sli chat ok=no");
        evening.Until(16).Says("Marek", "/sli chat ok=yes");
        evening.Until(19).Says("Marek", "/sli chat ok=no");
        Assert.Equal(["26:00", "33:30"], Times(evening.Until(40), "rto"));
        Assert.Contains("chat has not been stable since 14:11 (15 of 30 min, tier S)", Text(evening, "rto chat 2/4"));
    }

    /// <summary>Samples green from 22 on, answers found to be off at 29: nothing has held for ten minutes since 11, so three quarters are used at 33:30.</summary>
    [Fact]
    public void Answers_that_are_off_let_the_clock_run_on()
    {
        var evening = Evening.Started(probes: file => ([.. Enumerable.Range(1, 10).Select(i => Event.Of("probe", new Place(file, i), ("probe_id", $"p-{i}"), ("ΔS_q_r", file == "off" ? 0.66 : 0.37), ("coverage", 0.8)))], [])).Until(11);
        evening.Says("Marek", "/sli chat ok=no");
        foreach (var minute in new[] { 22, 25, 28 }) evening.Until(minute).Says("Marek", "/sli chat ok=yes");
        evening.Until(29).Says("Sofia", "/probe off inject");
        Assert.Contains("chat: 18 of 30 min, answers off target", evening.Says("Ines", "/clock").Text);
        evening.Until(36).Says("Sofia", "/probe on post");
        Assert.DoesNotContain("chat:", evening.Says("Ines", "/clock").Text);
        Assert.Equal(["29:00", "33:30"], Times(evening.Until(50), "rto"));
    }

    [Fact]
    public void Nobody_looking_counts_from_the_inject()
    {
        var evening = Evening.Started().Until(30);
        Assert.Equal(["25:00"], Times(evening, "rto"));
        Assert.Contains("no sample of chat since the inject at 14:10", Text(evening, "rto chat 2/4"));
    }

    /// <summary>Green at 12: the next look is due within five minutes, said a minute before; once ten minutes held, nobody has to look.</summary>
    [Fact]
    public void A_hold_is_spoken_of_before_a_gap_breaks_it()
    {
        var evening = Evening.Started().Until(11);
        evening.Says("Marek", "/sli chat ok=no");
        evening.Until(12).Says("Marek", "/sli chat ok=yes");
        evening.Until(17).Says("Marek", "/sli chat ok=yes");
        evening.Until(22).Says("Marek", "/sli chat ok=yes");
        evening.Until(40);
        Assert.Equal(["16:00", "21:00"], Times(evening, "hold"));
        Assert.Contains("green since 14:12, last seen at 14:12: a sample by 14:17, and so on until 14:22, shows", Text(evening, "hold chat 12"));
        Assert.Contains("a sample by 14:22 shows", Text(evening, "hold chat 17"));
    }

    [Fact]
    public void A_pause_moves_what_is_due()
    {
        var evening = Evening.Started().Until(12);
        evening.Says("Ines", "/milestone declared");
        evening.Says("Fay", "/pause");
        evening.Wait(3600);
        evening.Says("Fay", "/resume");
        evening.Until(19.5);
        Assert.Equal(["79:00"], Times(evening, "comms"));
        Assert.Contains("due by 15:22", Text(evening, "comms 0"));
    }

    private static IEnumerable<string> Times(Evening evening, string about) =>
        evening.Log.Where(e => e.Text("kind") == "reminder" && e.Text("about")!.StartsWith(about, StringComparison.Ordinal)).Select(e => evening.When(f => f == e));

    private static string Text(Evening evening, string about) => evening.Log.Single(e => e.Text("about") == about).Text("text")!;
}

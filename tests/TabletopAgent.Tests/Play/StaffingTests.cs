using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class StaffingTests
{
    [Theory]
    [InlineData("ic", "incident-commander")]
    [InlineData("Comms", "comms-lead")]
    [InlineData("llm_owner", "llm-owner")]
    [InlineData("observer", "observer")]
    [InlineData("o", "observer")]
    [InlineData("c", null)]
    [InlineData("boss", null)]
    public void A_role_is_known_by_what_people_call_it(string name, string? role) => Assert.Equal(role, Staffing.Known(name));

    [Fact]
    public void No_role_reads_only_and_is_told_kindly()
    {
        var evening = Evening.Started();
        var wrong = evening.Says("Kim", "/note hello").Wrong!;
        Assert.Equal("TT681", wrong.Code);
        Assert.Contains("/role observer Kim", wrong.Text);
        Assert.Contains("Fay can give one", wrong.Text);
        foreach (var line in new[] { "/status", "/timeline", "/who", "/clock", "/rpo", "/probes", "/why", "/help" }) Assert.Null(evening.Says("Kim", line).Wrong);
    }

    [Theory]
    [InlineData("/start")]
    [InlineData("/next")]
    [InlineData("/checks")]
    [InlineData("/release")]
    [InlineData("/hold")]
    [InlineData("/skip")]
    [InlineData("/extend")]
    [InlineData("/pause")]
    [InlineData("/resume")]
    [InlineData("/end")]
    public void The_clock_and_the_injects_are_the_facilitators(string line)
    {
        var wrong = Evening.Started().Says("Ines", line).Wrong!;
        Assert.Equal("TT681", wrong.Code);
        Assert.Contains("Fay", wrong.Text);
    }

    [Fact]
    public void A_role_is_handed_over_by_its_holder_the_commander_or_the_facilitator()
    {
        var evening = Evening.Started();
        Assert.NotNull(evening.Says("Marek", "/role comms-lead Lee").Wrong);
        Assert.NotNull(evening.Says("Lee", "/role comms-lead Lee").Wrong);
        Assert.Contains("Handed over from Jonas", evening.Says("Jonas", "/role comms-lead Lee").Text);
        Assert.Null(evening.Says("Ines", "/role comms-lead Jonas").Wrong);
        Assert.Null(evening.Says("Fay", "/role comms-lead Lee").Wrong);
        Assert.Equal(3, evening.Log.Count(e => e.Type == "role" && e.At > Evening.Opened.AddMinutes(-1) && e.Text("role") == "comms-lead" && e.Seq > 8));
        Assert.Contains("already", evening.Says("Fay", "/role comms-lead Lee").Text);
    }

    [Fact]
    public void What_is_unstaffed_is_said_at_the_start_and_stays_in_the_log()
    {
        var evening = new Evening();
        evening.Says("Fay", "/role ic Ines");
        evening.Says("Fay", "/start");
        Assert.Equal(
            "Unstaffed: cloud-operator, data-owner, llm-owner, comms-lead, observer. No answer to the comms check from incident-commander.",
            evening.Log.Single(e => e.Text("kind") == "started").Text("text"));
        Assert.DoesNotContain(Evening.Started().Log, e => e.Text("kind") == "started");
    }

    [Fact]
    public void The_comms_check_is_answered_once_for_each_role()
    {
        var evening = new Evening();
        evening.Says("Fay", "/role ic Ines");
        evening.Says("Fay", "/role observer ines");
        Assert.Equal(2, evening.Says("Ines", "/here").Events.Count);
        Assert.Contains("already", evening.Says("Ines", "/here").Text);
        Assert.Contains("incident-commander  Ines", Staffing.Who(evening.Session.State));
    }

    [Fact]
    public void The_briefing_is_a_checklist()
    {
        var evening = Evening.Started();
        Assert.Contains("[ ] traffic-shape: 20 requests a second", evening.Says("Ines", "/briefed").Text);
        evening.Says("Ines", "/briefed traffic");
        Assert.Contains("[x] traffic-shape", evening.Says("Ines", "/briefed").Text);
        Assert.Contains("ticked already", evening.Says("Ines", "/briefed traffic shape").Text);
        Assert.Contains("runbooks", evening.Says("Ines", "/briefed weather").Wrong!.Text);
    }

    [Theory]
    [InlineData("/role", "TT682", "A role and a person")]
    [InlineData("/role boss Kim", "TT687", "incident-commander")]
    [InlineData("/role comms-laed Kim", "TT687", "did you mean \"comms-lead\"")]
    public void A_role_that_does_not_exist_is_said(string line, string code, string said)
    {
        var wrong = Evening.Started().Says("Fay", line).Wrong!;
        Assert.Equal(code, wrong.Code);
        Assert.Contains(said, wrong.Text);
    }
}

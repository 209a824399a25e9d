namespace TabletopAgent.Tests.Play;

public sealed class SteeringTests
{
    private readonly Evening _evening = Evening.Started();

    [Fact]
    public void Release_now_and_it_does_not_come_again()
    {
        _evening.Until(3).Says("Fay", "/release");
        Assert.Equal("released by the facilitator", _evening.Log[^1].Text("reason"));
        Assert.Single(_evening.Until(12).Injects, "write-routes-fail");
    }

    [Fact]
    public void Held_it_waits_for_its_release()
    {
        _evening.Says("Fay", "/hold");
        Assert.Empty(_evening.Until(15).Injects);
        // In the log it goes by its number: participants may read it.
        Assert.Equal(("1", "held"), _evening.Log.Where(e => e.Type == "inject").Select(e => (e.Text("card"), e.Text("state"))).Single());
        _evening.Says("Fay", "/release 1");
        Assert.Equal(["write-routes-fail"], _evening.Injects);
    }

    [Fact]
    public void Skipped_it_never_comes()
    {
        _evening.Says("Fay", "/skip 1");
        Assert.DoesNotContain("write-routes-fail", _evening.Until(59).Injects);
        Assert.Contains("skipped already", _evening.Says("Fay", "/release 1").Wrong!.Text);
    }

    [Fact]
    public void A_driver_card_is_released_by_its_number()
    {
        var clue = _evening.Plan.Injects.First(i => !i.Planned);
        _evening.Says("Fay", $"/release {clue.Number}");
        Assert.Equal([clue.Card.Id], _evening.Injects);
    }

    [Fact]
    public void An_extended_case_goes_on_to_minute_90_with_its_cards()
    {
        Assert.Contains("1  secrets-rotation-overlap", _evening.Says("Fay", "/extend").Text);
        Assert.Contains("extended case 1", _evening.Says("Fay", "/release 7").Wrong!.Text);
        _evening.Until(58).Says("Fay", "/extend 1");
        _evening.Until(91);
        Assert.Equal("62:00", _evening.When(e => e.Text("card") == "payment-calls-refused"));
        Assert.Equal("75:00", _evening.When(e => e.Text("card") == "payment-key-overlap"));
        Assert.DoesNotContain("regions-promote-themselves", _evening.Injects);
        Assert.Equal("90:00", _evening.When(e => e.Text("about") == "end 90"));
        Assert.Equal("60:00", _evening.When(e => e.Text("about") == "60"));
    }

    [Fact]
    public void Next_shows_the_facilitator_what_is_to_come()
    {
        _evening.Says("Fay", "/hold 2");
        _evening.Until(12);
        var lines = _evening.Says("Fay", "/next").Text.Split('\n');
        Assert.DoesNotContain(lines, l => l.Contains("Write routes fail", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("held", StringComparison.Ordinal) && l.Contains("Index restored from last night (fault, vector-index)", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("driver, from 14", StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_show_what_is_answered()
    {
        _evening.Says("Ada", "/check p95-warm held 1.1 of baseline");
        var lines = _evening.Says("Fay", "/checks").Text.Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.Contains(lines, l => l.StartsWith("held  p95-warm", StringComparison.Ordinal));
        Assert.Equal(9, lines.Count(l => l.StartsWith("open", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/start", "is running")]
    [InlineData("/resume", "is running")]
    [InlineData("/release 99", "does not exist")]
    [InlineData("/hold two", "does not exist")]
    [InlineData("/extend 9", "cases 1 to 2")]
    public void What_is_not_possible_now_is_said(string line, string said) => Assert.Contains(said, _evening.Says("Fay", line).Wrong!.Text);

    [Fact]
    public void Before_the_start_and_in_a_pause_nothing_is_released()
    {
        var evening = new Evening();
        Assert.Contains("/start begins", evening.Says("Fay", "/release").Wrong!.Text);
        Assert.Contains("/start begins", evening.Says("Fay", "/pause").Wrong!.Text);
        Assert.Contains("/start begins", evening.Says("Fay", "/end").Wrong!.Text);
        evening.Says("Fay", "/start");
        evening.Says("Fay", "/pause");
        Assert.Contains("/resume lets it go on", evening.Says("Fay", "/release").Wrong!.Text);
        Assert.Contains("/resume lets it go on", evening.Says("Fay", "/pause").Wrong!.Text);
    }
}

namespace TabletopAgent.Tests.Play;

public sealed class QuestionsTests
{
    private readonly Evening _evening = Evening.Started();

    [Fact]
    public void Help_shows_what_one_may_and_how_a_command_is_written()
    {
        Assert.Contains("/release", _evening.Says("Fay", "/help").Text);
        Assert.DoesNotContain("/release", _evening.Says("Ines", "/help").Text);
        Assert.DoesNotContain("/decide", _evening.Says("Kim", "/help").Text);
        Assert.StartsWith("/decide TEXT | owner … | runbook …", _evening.Says("Ines", "/help decide").Text);
        Assert.Contains("did you mean /decide", _evening.Says("Ines", "/help decied").Text);
    }

    [Fact]
    public void Status_holds_the_seeds_figures_and_the_layer_only_for_the_facilitator()
    {
        _evening.Until(11);
        var team = _evening.Says("Ines", "/status").Text;
        Assert.Contains("RTO", team);
        Assert.Contains("overall", team);
        Assert.DoesNotContain("layer", team);
        Assert.Contains("layer      queue-and-writes", _evening.Says("Fay", "/status").Text);
        _evening.Says("Fay", "/end");
        Assert.Contains("layer      queue-and-writes", _evening.Says("Ines", "/status").Text);
    }

    [Fact]
    public void Why_tells_what_a_verdict_rests_on()
    {
        Assert.StartsWith("RTO: ", _evening.Says("Ines", "/why rto").Text);
        Assert.StartsWith("Semantics: ", _evening.Says("Ines", "/why sem").Text);
        Assert.Contains("rto, rpo, semantics", _evening.Says("Ines", "/why weather").Wrong!.Text);
    }

    [Fact]
    public void The_ledger_shows_each_store()
    {
        Assert.Contains("orders  no count yet: /writes orders acked=… present=…", _evening.Says("Priya", "/rpo").Text);
        _evening.Says("Priya", "/writes orders acked=1000 present=960 replayed=40");
        Assert.Contains($"orders  acked 1000, present 960, replayed 40 (#{_evening.Log[^1].Seq})", _evening.Says("Priya", "/rpo").Text);
    }

    [Fact]
    public void The_timeline_tells_the_latest_and_no_injects_that_were_held()
    {
        _evening.Says("Fay", "/hold 1");
        for (var i = 0; i < 20; i++) _evening.Says("Ada", $"/note n{i}");
        var lines = _evening.Says("Ada", "/timeline 5").Text.Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("… ", lines[0]);
        Assert.EndsWith("Ada: n19", lines[^1]);
        Assert.DoesNotContain("INJECT", _evening.Says("Ada", "/timeline 99").Text);
    }

    [Fact]
    public void The_clock_tells_minute_box_and_recovery()
    {
        Assert.Contains("/start", new Evening().Says("Kim", "/clock").Text);
        _evening.Until(11).Says("Marek", "/sli chat ok=no");
        Assert.Equal(["minute 21:00 of 60", "20–35  Second inject. Keep the first in hand; probe the answers.", "chat: 10 of 30 min, red"], _evening.Until(21).Says("Ines", "/clock").Text.Split('\n'));
    }

    [Fact]
    public void Without_probes_the_board_says_how_to_get_some() => Assert.Contains("/probe FILE baseline", _evening.Says("Sofia", "/probes").Text);
}

using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class RtoTests
{
    private static Incident Chat(string tier = "A", string more = "") => new Incident().Head($"'tier':'{tier}','services':[{{'name':'chat'{more}}}]");

    private static ServiceRto Of(Incident incident) => incident.Outcome().Services[0];

    private static string At(long? ticks) => ticks is { } t ? Spell.Time(t) : "never";

    /// <summary>Impact 14:10, all gates green from 14:52 through 15:02: 42 min, too long for tier S, in time for tier A.</summary>
    [Theory]
    [InlineData("S", "Fail")]
    [InlineData("A", "Pass")]
    public void From_the_breach_to_the_first_of_ten_green_minutes(string tier, string verdict)
    {
        var rto = Of(Chat(tier).Green("14:00", "14:09").Red("14:10", "14:51").Green("14:52", "15:02"));
        Assert.Equal((verdict, 42.0, "14:52"), (rto.Verdict.ToString(), rto.Minutes!.Value, At(rto.Stable)));
    }

    /// <summary>Green at 14:35 with one gate red at 14:40: that window does not count.</summary>
    [Fact]
    public void A_red_inside_the_hold_begins_it_anew()
    {
        var rto = Of(Chat().Red("14:10", "14:34").Green("14:35", "14:39").Red("14:40", "14:40").Green("14:41", "14:51"));
        Assert.Equal((31.0, "14:35", "14:41"), (rto.Minutes!.Value, At(rto.Mitigated), At(rto.Stable)));
    }

    [Theory]
    [InlineData("'ok':false", "ok is false")]
    [InlineData("'ok':true,'p95_warm_ms':401", "p95")] // 401 / 320 = 1.2531
    [InlineData("'ok':true,'cache_prefix':'blue','cache_hit_pct':86.4", "cache")] // 5.1 points below 91.5
    [InlineData("'ok':true,'cache_prefix':'blue','cache_hit_pct':96.6", "cache")] // 5.1 points above
    [InlineData("'ok':true,'error_pct':1.01", "errors")]
    [InlineData("'ok':true,'p95_warm_ms':400,'cache_prefix':'blue','cache_hit_pct':86.5,'error_pct':1", null)]
    [InlineData("'ok':true,'cache_prefix':'green','cache_hit_pct':10", null)] // another cache, without a baseline of its own
    public void Every_gate_can_break(string sample, string? broken)
    {
        var log = new Incident().Head("'tier':'A','baseline':{'service':'chat','p95_warm_ms':320,'samples':1200,'cache_prefix':'blue','cache_hit_pct':91.5}").Green("14:00", "14:09");
        var rto = Of(log.Every(1, "14:10", "14:20", "'service':'chat'," + sample).Green("14:21", "14:40"));
        Assert.Equal(broken, rto.Breach is { } b ? Spell.Gates(b.Broken) : null);
        if (broken is not null) Assert.Equal(11, rto.Minutes);
    }

    [Theory]
    [InlineData("14:31", "14:36", 20, "14:31")] // five minutes of silence are allowed
    [InlineData("14:31", "14:36:01", 25.0167, "14:36:01")] // a second more breaks the hold
    public void A_silence_of_more_than_five_minutes_breaks_the_hold(string before, string after, double minutes, string stable)
    {
        var log = Chat().Red("14:11", "14:30").At(before, "sli", "'service':'chat','ok':true");
        var rto = Of(log.Every(1, after, "14:50", "'service':'chat','ok':true"));
        Assert.Equal((minutes, stable), (rto.Minutes!.Value, At(rto.Stable)));
    }

    [Fact]
    public void Paused_time_does_not_count()
    {
        // 42 min by the wall, 10 of them paused.
        var rto = Of(Chat("S").At("14:05", "clock", "'state':'start'").Red("14:10", "14:20").At("14:20", "clock", "'state':'pause'").At("14:30", "clock", "'state':'resume'")
            .Red("14:31", "14:51").Green("14:52", "15:02"));
        Assert.Equal((32.0, Verdict.Fail), (rto.Minutes!.Value, rto.Verdict));
    }

    [Fact]
    public void A_pause_does_not_tear_a_hold()
    {
        var rto = Of(Chat().Red("14:10", "14:19").Green("14:20", "14:24").At("14:24", "clock", "'state':'pause'").At("14:44", "clock", "'state':'resume'").Green("14:45", "14:51"));
        Assert.Equal((10.0, "14:20"), (rto.Minutes!.Value, At(rto.Stable)));
    }

    [Fact]
    public void A_forgotten_pause_buys_no_time()
    {
        var outcome = Chat("S").Red("14:10", "14:20").At("14:20", "clock", "'state':'pause'").Red("14:21", "14:51").Green("14:52", "15:02").Outcome();
        Assert.Equal(42, outcome.Services[0].Minutes);
        Assert.Contains(outcome.Notes, n => n.Code == "TT663");
    }

    [Fact]
    public void Without_a_breach_it_starts_where_people_say_and_says_so()
    {
        var rto = Of(Chat().Green("14:00", "14:40").At("14:10", "inject", "'text':'x'").At("14:12", "milestone", "'what':'impact'"));
        Assert.Equal((0.0, "14:12", Verdict.Pass), (rto.Minutes!.Value, At(rto.Start), rto.Verdict));
        Assert.Contains("the impact claimed at 14:12", rto.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_breach_or_a_word_of_one_nothing_is_measured() => Assert.Equal((Verdict.Unmeasured, null), (Of(Chat().Green("14:00", "14:40")) is var r ? r.Verdict : default, r.Minutes));

    [Fact]
    public void What_broke_before_the_clock_was_started_is_not_the_breach() =>
        Assert.Equal("14:12", At(Of(Chat().Red("13:30", "13:31").Green("13:32", "14:11").At("14:10", "clock", "'state':'start'").Red("14:12", "14:15").Green("14:16", "14:30")).Start));

    [Theory]
    [InlineData("14:40", "Fail")] // red at the end of the 30 minutes: it cannot be in time any more
    [InlineData("14:39", "Unmeasured")]
    public void Red_past_the_target_is_late_even_without_a_stable_instant(string lastRed, string verdict)
    {
        var rto = Of(Chat("S").Red("14:10", lastRed));
        Assert.Equal((verdict, null), (rto.Verdict.ToString(), rto.Minutes));
    }

    [Fact]
    public void A_last_word_of_red_is_late_once_the_log_runs_past_the_target()
    {
        var log = new Incident().Head("'tier':'S','services':['chat','search']").Red("14:10", "14:20").Green("14:00", "15:00", "search");
        Assert.Equal(Verdict.Fail, Of(log).Verdict);
    }

    [Fact]
    public void Green_that_is_not_yet_ten_minutes_old_is_unmeasured_and_says_what_is_missing()
    {
        var rto = Of(Chat("S").Red("14:10", "14:35").Green("14:36", "14:42"));
        Assert.Equal(Verdict.Unmeasured, rto.Verdict);
        Assert.Contains("since 14:36, 6 of 10 min", rto.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_service_has_its_own_and_a_sample_without_one_speaks_for_all()
    {
        var log = new Incident().Head("'tier':'A','services':[{'name':'chat','tier':'S'},'search']").Every(1, "14:10", "14:12", "'ok':false")
            .Green("14:13", "14:50").Green("14:13", "14:50", "search").Red("14:20", "14:21", "search");
        Assert.Equal([("chat", "S", 3.0), ("search", "A", 12.0)], log.Outcome().Services.Select(s => (s.Service, s.Tier, s.Minutes!.Value)));
    }

    [Fact]
    public void A_service_that_nobody_sampled_is_unmeasured_and_so_is_the_dimension()
    {
        var outcome = new Incident().Head("'tier':'A','services':['chat','search']").Red("14:10", "14:12").Green("14:13", "14:30").Outcome();
        Assert.Equal(Verdict.Unmeasured, outcome.Rto.Verdict);
        Assert.StartsWith("search has no sli sample", outcome.Rto.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tier_without_a_bar_is_measured_and_not_judged() =>
        Assert.Equal((3.0, Verdict.Unmeasured), (Of(Chat("B").Red("14:10", "14:12").Green("14:13", "14:30")) is var r ? r.Minutes!.Value : 0, r.Verdict));

    [Fact]
    public void A_service_that_answers_from_retrieved_text_holds_its_probes_too()
    {
        var log = Chat("A", ",'rag':true").Red("14:10", "14:20").Green("14:21", "15:20");
        Assert.Equal(Verdict.Unmeasured, Of(log).Verdict); // no probe was put to it

        for (var i = 1; i <= 10; i++) log.At("14:25", "probe", $"'phase':'inject','probe_id':'p-{i}','ΔS_q_r':0.66,'coverage':0.52,'λ_state':'→'");
        Assert.Equal(("Fail", null), (Of(log) is var late ? late.Verdict.ToString() : "", late.Minutes));

        for (var i = 1; i <= 10; i++) log.At("14:45:30", "probe", $"'phase':'post','probe_id':'p-{i}','ΔS_q_r':0.41,'coverage':0.75,'λ_state':'→'");
        var rto = Of(log);
        Assert.Equal((36.0, "14:46", Verdict.Pass), (rto.Minutes!.Value, At(rto.Stable), rto.Verdict));
    }

    [Fact]
    public void A_relapse_after_stable_is_kept() =>
        Assert.Equal("14:40", At(Of(Chat().Red("14:10", "14:20").Green("14:21", "14:39").Red("14:40", "14:41").Green("14:42", "14:50")).Relapse?.At));
}

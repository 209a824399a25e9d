using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class OpsTests
{
    private const string Before = "'baseline':[{'service':'chat','p95_warm_ms':320,'samples':1200,'cache_prefix':'blue','cache_hit_pct':91.5,'error_classes':['POST /orders|headers|429']}]";
    private const string Well = "'service':'chat','ok':true,'p95_warm_ms':330,'samples':50,'cache_prefix':'blue','cache_hit_pct':91";

    /// <summary>Red until 14:20, then as it was before, stable at 14:21.</summary>
    private static Incident Recovered(string sample = Well, string head = Before) =>
        new Incident().Head($"'tier':'A','services':['chat'],{head}").Red("14:10", "14:20").Every(1, "14:21", "14:40", sample);

    private static Measurement Of(Incident incident) => incident.Outcome().Ops;

    [Fact]
    public void As_before_is_a_pass()
    {
        var ops = Of(Recovered());
        Assert.Equal(Verdict.Pass, ops.Verdict);
        Assert.Equal("ops-steady", ops.Formula);
    }

    /// <summary>The hold keeps p95 under 400 ms; later samples may leave it. 320 → 400 is 1.25 ×, 401 is 1.2531 ×.</summary>
    [Theory]
    [InlineData("400", "Pass")]
    [InlineData("401", "Fail")]
    public void Warm_p95_may_be_a_quarter_above_the_baseline(string p95, string verdict) =>
        Assert.Equal(verdict, Of(Recovered().At("14:41", "sli", Well.Replace("330", p95, StringComparison.Ordinal))).Verdict.ToString());

    /// <summary>91.5 % → 86.5 % is five points, 86.4 % is more.</summary>
    [Theory]
    [InlineData("86.5", "Pass")]
    [InlineData("86.4", "Fail")]
    [InlineData("96.5", "Pass")]
    [InlineData("96.6", "Fail")]
    public void The_cache_may_be_five_points_off(string hit, string verdict) =>
        Assert.Equal(verdict, Of(Recovered().At("14:41", "sli", Well.Replace("'cache_hit_pct':91", $"'cache_hit_pct':{hit}", StringComparison.Ordinal))).Verdict.ToString());

    [Fact]
    public void A_cache_that_hits_much_more_may_be_stale_and_that_is_said() =>
        Assert.Contains(Recovered().At("14:41", "sli", "'service':'chat','ok':true,'cache_prefix':'blue','cache_hit_pct':97").Outcome().Findings, f => f.Id == "cache-high:chat:blue");

    [Theory]
    [InlineData("0.1", "Pass")]
    [InlineData("0.2", "Fail")]
    public void Stale_hits_count_where_they_were_counted(string stale, string verdict) =>
        Assert.Equal(verdict, Of(Recovered().At("14:41", "sli", $"{Well},'stale_hit_pct':{stale}")).Verdict.ToString());

    [Theory]
    [InlineData("'service':'chat','ok':true,'p95_warm_ms':330,'samples':9,'cache_prefix':'blue','cache_hit_pct':91", Before, "180 warm samples")] // 20 × 9
    [InlineData("'service':'chat','ok':true,'cache_prefix':'blue','cache_hit_pct':91", Before, "p95_warm_ms")]
    [InlineData("'service':'chat','ok':true,'p95_warm_ms':330,'samples':50", Before, "cache_hit_pct")]
    [InlineData("'service':'chat','ok':true,'p95_warm_ms':330,'samples':50,'cache_prefix':'green','cache_hit_pct':91", Before, "cache green has no baseline")]
    [InlineData(Well, "'baseline':[{'service':'chat','p95_warm_ms':320,'samples':1200,'cache_prefix':'blue','cache_hit_pct':91.5}]", "error_classes")]
    [InlineData(Well, "'baseline':[{'service':'chat','p95_warm_ms':320,'samples':150,'cache_prefix':'blue','cache_hit_pct':91.5,'error_classes':[]}]", "150 samples")]
    public void What_was_not_measured_does_not_pass_and_says_what_would(string sample, string head, string says)
    {
        var ops = Of(Recovered(sample, head));
        Assert.Equal(Verdict.Unmeasured, ops.Verdict);
        Assert.Contains(says, ops.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_a_stable_instant_nothing_is_judged() =>
        Assert.Equal(Verdict.Unmeasured, Of(new Incident().Head($"'tier':'A',{Before}").Red("14:10", "14:20")).Verdict);

    [Theory]
    [InlineData("'route':'POST /orders','stage':'headers','code':500,'count':3", "Fail")]
    [InlineData("'route':'POST /orders','stage':'body','code':'reset','count':3", "Fail")]
    [InlineData("'route':'POST /orders','stage':'headers','code':500,'count':2", "Pass")] // seen too seldom
    [InlineData("'route':'POST /orders','stage':'headers','code':429,'count':90", "Pass")] // known from before
    [InlineData("'route':'POST /orders','stage':'tool','code':'timeout','count':9", "Pass")] // worth a word
    public void A_class_of_errors_is_new_by_route_stage_and_code(string error, string verdict) =>
        Assert.Equal(verdict, Of(Recovered().At("14:30", "error", error)).Verdict.ToString());

    [Fact]
    public void Errors_of_the_incident_itself_are_not_new_and_counts_add_up()
    {
        Assert.Equal(Verdict.Pass, Of(Recovered().At("14:15", "error", "'route':'/a','stage':'headers','code':500,'count':90")).Verdict);
        var twice = Recovered().At("14:30", "error", "'route':'/a','stage':'headers','code':500,'count':2").At("14:31", "error", "'route':'/a','stage':'headers','code':'500'");
        Assert.Contains("/a|headers|500 (3 times)", Of(twice).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_class_elsewhere_is_a_finding() =>
        Assert.Equal("error-class:/a|tool|timeout", Recovered().At("14:30", "error", "'route':'/a','stage':'tool','code':'timeout','count':5").Outcome().Findings.Single(f => f.Kind == "ops").Id);

    [Fact]
    public void Down_again_after_stable_fails() => Assert.Contains("left its gates again at 14:41", Of(Recovered().Red("14:41", "14:42")).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_region_without_a_baseline_is_held_against_the_only_one_that_has_one()
    {
        var head = Before.Replace("'service':'chat',", "'service':'chat','region':'A',", StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, Of(Recovered(head: head).At("14:41", "sli", "'service':'chat','region':'B','ok':true,'p95_warm_ms':401,'samples':50")).Verdict);
    }
}

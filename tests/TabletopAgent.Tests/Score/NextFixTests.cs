using TabletopAgent.Tests.Diagnose;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Score;

public sealed class NextFixTests
{
    private static string Of(Incident log) => Shipped.Run(log.Events).Status.NextFix;

    private static Incident Over(string head = "") => new Incident().Head($"'tier':'A','services':['chat']{head}").Red("14:10", "14:20").Green("14:21", "14:40");

    [Fact]
    public void While_it_is_broken_the_first_step()
    {
        var log = new Incident().Head("'tier':'A','services':['chat']").Red("14:10", "14:20").At("14:11", "symptom", "'text':'payments get 401 since the key was rotated on the edge'");
        Assert.EndsWith("#minimal-fix]", Of(log), StringComparison.Ordinal);
    }

    [Fact]
    public void While_it_holds_but_not_long_enough_only_time_is_missing() =>
        Assert.StartsWith("Keep sampling chat, at most 5 min apart: chat holds its gates since 14:21, 4 of 10 min", Of(new Incident().Head("'tier':'A','services':['chat']").Red("14:10", "14:20").Green("14:21", "14:25")), StringComparison.Ordinal);

    [Theory]
    [InlineData("'acked':10,'present':9", "Account for 1 write(s) of orders")]
    [InlineData("'acked':10,'present':11", "Count the writes of orders again")]
    [InlineData("'acked':10,'present':10,'duplicates':2", "Undo the 2 doubled effect(s) in orders")]
    [InlineData("'acked':10,'present':10", "Nothing to fix. To pass: measure docs: ")]
    public void Then_what_failed_and_can_be_mended_then_what_is_missing(string writes, string says) =>
        Assert.StartsWith(says, Of(Over(",'stores':['orders']").At("14:50", "writes", $"'store':'orders',{writes}")), StringComparison.Ordinal);

    [Fact]
    public void A_decision_without_an_owner_can_be_corrected() =>
        Assert.Contains("has no owner. Append it to the log as a correction.", Of(Over(",'scenario':'primary-region-write-outage','stores':['orders']").At("14:50", "writes", "'store':'orders','acked':1,'present':1").At("14:15", "decision", "'text':'x','runbook':'region-failover-drills'")), StringComparison.Ordinal);
}

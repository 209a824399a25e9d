using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class RpoTests
{
    private const string Ledger = "'store':'orders','acked':1000,'present':960,'replayed':30,'deduped':6";

    /// <summary>The impact is at 14:10; the store may lose five minutes.</summary>
    private static StoreRpo Of(string writes, string store = "{'name':'orders','rpo_minutes':5}") =>
        new Incident().Head($"'stores':[{store}]").Red("14:10", "14:20").At("14:40", "writes", writes).Outcome().Stores[0];

    [Theory]
    [InlineData("'documented_lost':4,'newest_recovered_at':'2026-05-04T14:07:00Z'", "Pass", 0.0)] // 960 + 30 + 6 + 4 = 1000, data 3 min old
    [InlineData("'documented_lost':3,'newest_recovered_at':'2026-05-04T14:07:00Z'", "Fail", 1.0)]
    [InlineData("'documented_lost':6,'newest_recovered_at':'2026-05-04T14:07:00Z'", "Fail", -2.0)] // over-counted
    [InlineData("'documented_lost':4,'newest_recovered_at':'2026-05-04T14:05:00Z'", "Pass", 0.0)] // exactly the target
    [InlineData("'documented_lost':4,'newest_recovered_at':'2026-05-04T14:04:59Z'", "Fail", 0.0)]
    [InlineData("'documented_lost':4", "Unmeasured", 0.0)] // a loss whose age nobody knows
    [InlineData("'documented_lost':4,'newest_recovered_at':'2026-05-04T14:07:00Z','duplicates':1", "Fail", 0.0)]
    [InlineData("'documented_lost':-4", "Unmeasured", null)]
    public void Every_acknowledged_write_is_accounted_for(string rest, string verdict, double? unaccounted)
    {
        var rpo = Of($"{Ledger},{rest}");
        Assert.Equal((verdict, unaccounted), (rpo.Verdict.ToString(), rpo.Unaccounted));
    }

    [Fact]
    public void A_whole_ledger_without_a_loss_needs_no_age() => Assert.Equal(Verdict.Pass, Of("'store':'orders','acked':10,'present':10").Verdict);

    [Fact]
    public void A_loss_that_nobody_said_how_much_of_may_be_is_unmeasured() =>
        Assert.Equal(Verdict.Unmeasured, Of($"{Ledger},'documented_lost':4,'newest_recovered_at':'2026-05-04T14:07:00Z'", "'orders'").Verdict);

    [Theory]
    [InlineData("'store':'orders','present':10")]
    [InlineData("'store':'orders','acked':10")]
    [InlineData("'store':'orders','acked':'many','present':10")]
    public void A_row_that_does_not_count_is_unmeasured(string writes) => Assert.Equal((Verdict.Unmeasured, null), (Of(writes) is var r ? r.Verdict : default, r.Unaccounted));

    [Fact]
    public void A_store_without_a_row_is_unmeasured_and_so_is_the_dimension()
    {
        var outcome = new Incident().Head("'stores':['orders','carts']").At("14:40", "writes", "'store':'orders','acked':1,'present':1").Outcome();
        Assert.Equal(Verdict.Unmeasured, outcome.Rpo.Verdict);
        Assert.StartsWith("carts has no writes event", outcome.Rpo.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_row_of_a_store_wins_whenever_it_arrives()
    {
        var log = new Incident().At("14:50", "writes", "'store':'orders','acked':10,'present':10").At("14:40", "writes", "'store':'orders','acked':10,'present':9");
        Assert.Equal(0, log.Outcome().Stores[0].Unaccounted);
    }

    [Fact]
    public void The_loss_begins_with_the_first_breach_of_any_service()
    {
        var log = new Incident().Head("'stores':[{'name':'orders','rpo_minutes':5}]").Red("14:12", "14:20", "search").Red("14:10", "14:20").At("14:40", "writes", $"{Ledger},'documented_lost':4,'newest_recovered_at':'2026-05-04T14:07:00Z'");
        Assert.Equal(3, log.Outcome().Stores[0].DataAge);
    }

    /// <summary>Whatever the ledger says: with a write unaccounted for, or one too many, it does not pass.</summary>
    [Property]
    public bool Unaccounted_writes_never_pass(ushort acked, ushort present, byte replayed, byte deduped, byte lost)
    {
        var rpo = Of($"'store':'orders','acked':{acked},'present':{present},'replayed':{replayed},'deduped':{deduped},'documented_lost':{lost},'newest_recovered_at':'2026-05-04T14:09:00Z'");
        return acked == present + replayed + deduped + lost == (rpo.Verdict == Verdict.Pass);
    }
}

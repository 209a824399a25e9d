using TabletopAgent.Score;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Score;

public sealed class StatusTextTests
{
    private static Incident Chat(string tier) => new Incident().Head($"'tier':'{tier}','services':['chat'],'stores':[{{'name':'orders','rpo_minutes':5}}]");

    [Fact]
    public void RTO_is_said_of_the_worst_service()
    {
        Assert.Equal("42m of 60m (pass)", StatusText.Rto(Chat("A").Red("14:10", "14:51").Green("14:52", "15:02").Outcome()));
        Assert.Equal("42m of 30m (fail)", StatusText.Rto(Chat("S").Red("14:10", "14:51").Green("14:52", "15:02").Outcome()));
        Assert.Equal("over 41m of 30m (fail)", StatusText.Rto(Chat("S").Red("14:10", "14:51").Outcome()));
        Assert.Equal("unmeasured of 30m (unmeasured)", StatusText.Rto(Chat("S").Red("14:10", "14:20").Outcome()));
        Assert.Equal("unmeasured of 60m (unmeasured)", StatusText.Rto(Chat("A").Outcome()));
        Assert.Equal("3m of no bar (unmeasured)", StatusText.Rto(Chat("B").Red("14:10", "14:12").Green("14:13", "14:30").Outcome()));
    }

    [Theory]
    [InlineData("'acked':1000,'present':960,'replayed':30,'deduped':6,'documented_lost':3,'newest_recovered_at':'2026-05-04T14:07:00Z'", "1 unaccounted of 1000, age 3m of 5m (fail)")]
    [InlineData("'acked':1000,'present':960,'replayed':30,'deduped':6,'documented_lost':4,'newest_recovered_at':'2026-05-04T14:07:00Z'", "0 unaccounted of 1000, age 3m of 5m (pass)")]
    [InlineData("'acked':10,'present':11", "-1 unaccounted of 10 (fail)")]
    [InlineData("'acked':10,'present':10,'duplicates':2", "0 unaccounted of 10, 2 duplicate(s) (fail)")]
    [InlineData("'present':10", "unmeasured of 0 unaccounted (unmeasured)")]
    public void RPO_is_said_of_the_worst_store(string writes, string said) =>
        Assert.Equal(said, StatusText.Rpo(Chat("S").Red("14:10", "14:20").At("14:40", "writes", $"'store':'orders',{writes}").Outcome()));
}

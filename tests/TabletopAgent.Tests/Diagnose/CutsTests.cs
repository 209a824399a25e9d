using TabletopAgent.Diagnose;
using TabletopAgent.Measure;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Diagnose;

public sealed class CutsTests
{
    private static readonly Lazy<Cuts> Shipped = new(() => Cuts.Of(Diagnose.Shipped.Knowledge, Targets.Default));

    private static ulong Of(string fields) => Shipped.Value.Of(new Incident().At("14:10", "sli", fields).Events[0], default);

    /// <summary>The bar of error_pct is 1: below, at and above it are three things.</summary>
    [Theory]
    [InlineData("'error_pct':0.1", "'error_pct':0.9", true)]
    [InlineData("'error_pct':22", "'error_pct':40", true)]
    [InlineData("'error_pct':0.9", "'error_pct':1", false)]
    [InlineData("'error_pct':1", "'error_pct':1.1", false)]
    [InlineData("'error_pct':22", "'write_error_pct':22", false)]
    [InlineData("'error_pct':22,'queue_age_s':5", "'queue_age_s':4,'error_pct':23", true)]
    [InlineData("'error_pct':22,'nothing_we_know':5", "'error_pct':22", true)]
    [InlineData("'ok':true", "'ok':false", false)]
    public void Two_events_tell_the_same_where_they_lie_between_the_same_cuts(string one, string other, bool same) => Assert.Equal(same, Of(one) == Of(other));

    [Fact]
    public void What_follows_from_the_baseline_counts_too()
    {
        var e = new Incident().At("14:10", "sli", "'p95_warm_ms':400").Events[0];
        Assert.Equal(Shipped.Value.Of(e, new(1.1, null, null)), Shipped.Value.Of(e, new(1.2, null, null)));
        Assert.NotEqual(Shipped.Value.Of(e, new(1.2, null, null)), Shipped.Value.Of(e, new(1.3, null, null)));
    }
}

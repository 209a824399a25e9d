using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class GatesTests
{
    private static Baseline P95(string? service, string? region, double p95) => new(service, region, null, p95, null, null, null, null);

    private static Baseline Hit(string? region, string? prefix, double hit) => new("chat", region, prefix, null, null, hit, null, null);

    [Theory]
    [InlineData("A", 300.0)]
    [InlineData("B", 400.0)]
    [InlineData("C", null)] // two could be meant
    [InlineData(null, null)]
    public void P95_is_held_against_its_own_region(string? region, double? p95) =>
        Assert.Equal(p95, Gates.P95Of(new SampleKey("chat", region, null), [P95("chat", "A", 300), P95("chat", "B", 400), P95("search", "C", 9)])?.P95WarmMs);

    [Theory]
    [InlineData("A", 300.0)]
    [InlineData("B", 300.0)]
    [InlineData(null, 300.0)]
    public void Where_one_region_alone_has_a_baseline_it_speaks_for_the_service(string? region, double? p95) =>
        Assert.Equal(p95, Gates.P95Of(new SampleKey("chat", region, null), [P95("chat", "A", 300)])?.P95WarmMs);

    [Fact]
    public void A_baseline_without_a_region_stands_for_those_that_have_none() =>
        Assert.Equal(500, Gates.P95Of(new SampleKey("chat", "C", null), [P95("chat", "A", 300), P95("chat", null, 500)])?.P95WarmMs);

    [Theory]
    [InlineData("blue", 91.5)]
    [InlineData("green", 80.0)]
    [InlineData("red", null)]
    public void A_cache_is_held_against_its_own_prefix(string prefix, double? hit) =>
        Assert.Equal(hit, Gates.CacheOf(new SampleKey("chat", null, prefix), [Hit(null, "blue", 91.5), Hit(null, "green", 80)])?.CacheHitPct);

    [Fact]
    public void A_prefix_left_out_on_either_side_stands_for_any()
    {
        Assert.Equal(91.5, Gates.CacheOf(new SampleKey("chat", null, null), [Hit(null, "blue", 91.5)])?.CacheHitPct);
        Assert.Equal(91.5, Gates.CacheOf(new SampleKey("chat", null, "red"), [Hit(null, null, 91.5)])?.CacheHitPct);
    }
}

using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Facts;

public sealed class FactReaderTests
{
    [Theory]
    [InlineData("write routes in region A return 500 on 22 percent of requests", "write_error_pct", 22.0)]
    [InlineData("22% of writes fail", "write_error_pct", 22.0)]
    [InlineData("one in five requests fails", "error_pct", 20.0)]
    [InlineData("Queue depth climbs by 5x", "queue_ratio", 5.0)]
    [InlineData("backlog doubled", "queue_ratio", 2.0)]
    [InlineData("p95 320→910 ms", "p95_ratio", 2.8438)]
    [InlineData("ΔS rises to 0.66", "delta_s", 0.66)]
    [InlineData("coverage falls to 0.52", "coverage", 0.52)]
    [InlineData("DNS label updated to send 80 percent to green", "shifted_pct", 80.0)]
    [InlineData("hit rate 91.5 % -> 86.4 %", "cache_drop_points", 5.1)]
    [InlineData("oldest msg 47min", "queue_age_s", 2820.0)]
    [InlineData("error rate 0.2 -> 9%", "error_pct", 9.0)]
    [InlineData("401 rate unchanged at 0.01%", "auth_error_pct", 0.01)]
    public void A_number_beside_a_metric_becomes_that_fact(string text, string name, double value)
    {
        var fact = Assert.Single(FactReader.Read(text, new Place("brief", 1)), f => f.Name == name);
        Assert.Equal(value, fact.Number!.Value, 4);
    }
}

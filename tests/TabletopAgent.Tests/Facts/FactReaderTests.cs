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

    [Theory]
    [InlineData("5x queue depth", "queue_ratio", 5.0)]
    [InlineData("hit rate 91 -> 62", "cache_drop_points", 29.0)]
    [InlineData("coverage falls to 52 %", "coverage", 0.52)]
    [InlineData("ΔS 0.41 → 0.66", "delta_s", 0.66)]
    [InlineData("every second write fails", "write_error_pct", 50.0)]
    [InlineData("a quarter of the requests fail", "error_pct", 25.0)]
    [InlineData("oldest message is a quarter of an hour old", "queue_age_s", 900.0)]
    [InlineData("397 of 400 first hits succeeded", "first_hit_pct", 99.25)]
    [InlineData("first hits fail in 12 of 200", "first_hit_pct", 94.0)]
    [InlineData("one in four requests times out", "timeout_pct", 25.0)]
    [InlineData("no duplicates", "duplicates", 0.0)]
    [InlineData("zero 401s since the rotation", "auth_error_pct", 0.0)]
    [InlineData("1000 acked, 0 lost", "lost_writes", 0.0)]
    [InlineData("nothing was lost", "lost_writes", 0.0)]
    [InlineData("3 orders lost", "lost_writes", 3.0)]
    [InlineData("writes go through, no write errors", "write_error_pct", 0.0)]
    [InlineData("no timeouts", "timeout_pct", 0.0)]
    [InlineData("without any 429s", "throttled_pct", 0.0)]
    public void What_people_say_becomes_the_fact_they_mean(string text, string name, double value) =>
        A_number_beside_a_metric_becomes_that_fact(text, name, value);

    [Theory]
    [InlineData("errors for a quarter of an hour", "error_pct")]
    [InlineData("397 of 400 first hits succeeded", "cold_share_pct")]
    [InlineData("zero 401s", "status")]
    [InlineData("lost 3 nodes", "lost_writes")]
    [InlineData("no error budget left", "error_pct")]
    [InlineData("no longer duplicates", "duplicates")]
    [InlineData("no new error class", "error_pct")]
    [InlineData("we poll every second and errors stay", "error_pct")]
    [InlineData("the team has 12 engineers", "error_pct")]
    public void What_people_do_not_mean_is_no_fact(string text, string name) =>
        Assert.DoesNotContain(FactReader.Read(text, default), f => f.Name == name);

    [Theory]
    [InlineData("some phones still see blue", true)]
    [InlineData("resolvers in Asia are still sent to the old data center", true)]
    [InlineData("half the sessions are still pinned to the drained region", true)]
    [InlineData("the button is still blue", false)]
    [InlineData("blue still serves reads as planned", false)]
    [InlineData("users see green now", false)]
    public void Who_still_reaches_the_side_that_was_left_is_a_fact(string text, bool served) =>
        Assert.Equal(served, FactReader.Read(text, default).Exists(f => f is { Name: "old_side", Word: "served" }));

    [Fact]
    public void A_change_keeps_its_earlier_value()
    {
        var fact = Assert.Single(FactReader.Read("p95 320→910 ms", default), f => f.Name == "p95_ms");
        Assert.Equal((320, 910), (fact.Before, fact.Number));
    }

    [Fact]
    public void A_long_line_without_sense_takes_work_by_its_length_not_by_its_square()
    {
        var (one, two) = (Work(1000), Work(2000));
        Assert.True(two < 3 * one, $"{one} and {two} bytes");

        static long Work(int times)
        {
            var text = string.Concat(Enumerable.Repeat("no no 5 to 6 of 7 lost ", times));
            FactReader.Read(text, default);
            var before = GC.GetAllocatedBytesForCurrentThread();
            FactReader.Read(text, default);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}

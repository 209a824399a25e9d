using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class CoverageBatchTests
{
    private static CoverageBatch Of(params IEnumerable<Event> events) => CoverageBatch.Of(events.Select(e => ProbeReader.Read(e, [])), Make.Targets);

    private static IEnumerable<Event> Flats(int from, int n, double? coverage, string topic = "pay") =>
        Enumerable.Range(from, n).Select(i => Make.Flat(i, 0.3, coverage, topic: topic));

    [Theory]
    [InlineData(10, 0, "Pass")]
    [InlineData(8, 2, "Pass")] // 8 of 10 is exactly the rate
    [InlineData(7, 3, "Fail")] // the median holds, the rate 0.7 does not
    [InlineData(4, 6, "Fail")] // the median is 0.5
    public void Median_and_pass_rate_must_both_hold(int good, int bad, string verdict) =>
        Assert.Equal(verdict, Of([.. Flats(1, good, 0.8), .. Flats(100, bad, 0.5)]).Judge(Make.Targets).Verdict.ToString());

    [Fact]
    public void The_bar_itself_passes() => Assert.Equal(Verdict.Pass, Of(Flats(1, 10, 0.70)).Judge(Make.Targets).Verdict);

    [Fact]
    public void A_probe_without_coverage_counts_as_not_passed_but_does_not_fail()
    {
        var batch = Of([.. Flats(1, 7, 0.9), .. Flats(100, 3, null)]);
        Assert.Equal(0.7, batch.PassRate);
        Assert.Equal(Verdict.Unmeasured, batch.Judge(Make.Targets).Verdict);
    }

    [Fact]
    public void Fewer_than_ten_probes_can_fail_but_not_pass()
    {
        Assert.Equal(Verdict.Unmeasured, Of(Flats(1, 9, 0.9)).Judge(Make.Targets).Verdict);
        Assert.Equal(Verdict.Fail, Of(Flats(1, 1, 0.52)).Judge(Make.Targets).Verdict);
    }

    [Fact]
    public void Card_2_of_the_seed_is_critical() =>
        Assert.Contains("critical", Of(Flats(1, 10, 0.52)).Judge(Make.Targets).Reason, StringComparison.Ordinal);

    [Fact]
    public void Topics_below_the_bar_are_named()
    {
        var batch = Of([.. Flats(1, 10, 0.9), .. Flats(100, 2, 0.5, "refunds")]);
        Assert.Equal("refunds", Assert.Single(batch.Low(Make.Targets)).Topic);
        Assert.Contains("refunds", batch.Judge(Make.Targets).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Presence_alone_can_never_pass()
    {
        var events = Enumerable.Range(1, 12).Select(i => Make.Event($$"""{"probe_id":"p{{i}}","expected_section":"pto","runs":[{"retrieved":[{"section":"pto"}]}]}"""));
        var judged = Of(events).Judge(Make.Targets);
        Assert.Equal((Verdict.Unmeasured, null), (judged.Verdict, judged.Value));
        Assert.Contains("presence", judged.Reason, StringComparison.Ordinal);
    }
}

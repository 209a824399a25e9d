using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class DeltaSBatchTests
{
    private static DeltaSBatch Of(params IEnumerable<TabletopAgent.Exercises.Event> events) => DeltaSBatch.Of(events.Select(e => ProbeReader.Read(e, [])), Make.Targets);

    [Theory]
    [InlineData(0.45, "Pass")]
    [InlineData(0.4501, "Fail")] // review does not pass
    [InlineData(0.60, "Fail")]
    public void The_median_decides(double ds, string verdict) => Assert.Equal(verdict, Of(Make.Flats(12, ds, 0.8)).Judge(Make.Targets).Verdict.ToString());

    [Fact]
    public void Review_names_the_next_measurement_and_fail_says_rebuild()
    {
        Assert.Contains("k 5, 10 and 20", Of(Make.Flats(12, 0.5, 0.8)).Judge(Make.Targets).Reason, StringComparison.Ordinal);
        Assert.Contains("rebuild", Of(Make.Flats(12, 0.66, 0.8)).Judge(Make.Targets).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_ten_probes_can_fail_but_not_pass()
    {
        var good = Of(Make.Flats(9, 0.2, 0.8)).Judge(Make.Targets);
        Assert.Equal(Verdict.Unmeasured, good.Verdict);
        Assert.StartsWith("provisional", good.Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, Of(Make.Flats(9, 0.7, 0.8)).Judge(Make.Targets).Verdict);
    }

    [Fact]
    public void Computed_and_reported_never_meet_in_one_median()
    {
        var batch = Of([.. Enumerable.Range(1, 10).Select(i => Make.Dense(i, "bge", 0.3)), .. Enumerable.Range(11, 20).Select(i => Make.Flat(i, 0.9, 0.8))]);
        Assert.Equal((0.3, DeltaSKind.Dense, 20), (batch.Median, batch.Kind, batch.LeftOut.Count));
    }

    [Fact]
    public void The_model_of_most_probes_gates()
    {
        var batch = Of([.. Enumerable.Range(1, 10).Select(i => Make.Dense(i, "bge", 0.3)), .. Enumerable.Range(11, 11).Select(i => Make.Dense(i, "ada", 0.1))]);
        Assert.Equal(("ada", 0.1), (batch.Model, batch.Median));
    }

    [Fact]
    public void An_empty_retrieval_stays_in_every_median()
    {
        // ten at 0.3 and eleven that found nothing: the eleventh of 21 is 1.0.
        var empty = Enumerable.Range(11, 11).Select(i => Make.Event($$"""{"probe_id":"e{{i}}","runs":[{"retrieved":[]}]}"""));
        var batch = Of([.. Enumerable.Range(1, 10).Select(i => Make.Dense(i, "bge", 0.3)), .. empty]);
        Assert.Equal((1.0, 11), (batch.Median, batch.Act));
    }

    [Fact]
    public void Probes_without_a_number_cannot_be_left_out_to_pass()
    {
        // Ten good ones and ten unmeasured: were those all 1.0, the median would be (0.3 + 1.0) / 2.
        var judged = Of([.. Make.Flats(10, 0.3, 0.8), .. Enumerable.Range(11, 10).Select(i => Make.Flat(i, null, 0.8))]).Judge(Make.Targets);
        Assert.Equal((Verdict.Unmeasured, 0.3), (judged.Verdict, judged.Value));
    }

    [Fact]
    public void Nothing_recorded_is_unmeasured_and_has_no_number()
    {
        var judged = Of([]).Judge(Make.Targets);
        Assert.Equal((Verdict.Unmeasured, null), (judged.Verdict, judged.Value));
    }

    [Property]
    public bool The_order_of_probes_changes_nothing(byte[] hundredths, int seed)
    {
        var events = hundredths.Select((h, i) => i % 3 == 0 ? Make.Dense(i, i % 2 == 0 ? "a" : "b", h % 101 / 100.0) : Make.Flat(i, h % 101 / 100.0, 0.8)).ToArray();
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (a, b) = (Of(events).Judge(Make.Targets), Of(shuffled).Judge(Make.Targets));
        return (a.Value, a.Verdict, a.Reason) == (b.Value, b.Verdict, b.Reason) && a.Evidence.SequenceEqual(b.Evidence);
    }
}

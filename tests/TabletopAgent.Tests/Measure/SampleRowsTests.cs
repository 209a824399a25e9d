using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class SampleRowsTests
{
    private static Sample At(long at, int line, long seq = -1, string file = "a.jsonl") =>
        new(at, 3, null, 320, 0.1234567, double.NaN, -0.5, 92.3, seq, new Place(file, line));

    [Fact]
    public void A_sample_comes_back_as_it_was_put()
    {
        Sample[] samples = [At(7, 1), At(8, 2, 2), At(9, 3, 5, "b.jsonl"), At(10, 4) with { Ok = true, Key = 0 }, At(11, 5) with { Ok = false, P95WarmMs = double.NaN }];
        var rows = new SampleRows();
        foreach (var sample in samples) rows.Add(sample);
        Assert.Equal(samples, rows);
        rows[1] = samples[4];
        Assert.Equal(samples[4], rows[1]);
    }

    [Fact]
    public void Time_decides_then_the_number_then_the_line_and_what_is_the_same_keeps_its_place()
    {
        var rows = new SampleRows();
        Sample[] sorted = [At(1, 9), At(2, 4, 1), At(2, 3, 2), At(3, 1), At(3, 2), At(3, 2, -1, "b.jsonl")];
        foreach (var i in (int[])[3, 2, 4, 0, 5, 1]) rows.Add(sorted[i]);
        rows.Sort();
        Assert.Equal(sorted, rows);
    }
}

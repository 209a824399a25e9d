using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

public sealed class PostingsTests
{
    // Owner 0 is (3, 4) over the features 0 and 7, so (0.6, 0.8); owner 1 is (0, 1 + 1), so (0, 1).
    private static readonly (int, int, double)[] Entries = [(0, 0, 3), (7, 1, 1), (7, 0, 4), (7, 1, 1)];

    private static double[] Cosines(IEnumerable<(int, int, double)> entries, params (int Feature, double Value)[] text)
    {
        var cosines = new double[2];
        var postings = Postings.Build(entries, 2);
        foreach (var (feature, value) in text) postings.Add(feature, value, cosines);
        return [.. cosines.Select(c => Math.Round(c, 6))];
    }

    [Fact]
    public void Vectors_have_length_one_and_entries_of_one_cell_are_added_up()
    {
        Assert.Equal([0.6, 0], Cosines(Entries, (0, 1)));
        Assert.Equal([0.8, 1], Cosines(Entries, (7, 1)));
        Assert.Equal([1.0, 0.8], Cosines(Entries, (0, 0.6), (7, 0.8)));
    }

    [Fact]
    public void The_order_of_the_entries_does_not_matter() => Assert.Equal(Cosines(Entries, (0, 0.3), (7, 0.9)), Cosines(Entries.Reverse(), (0, 0.3), (7, 0.9)));

    [Fact]
    public void Features_that_nobody_has_add_nothing() => Assert.Equal([0.0, 0.0], Cosines(Entries, (1, 1), ((1 << 18) - 1, 1)));
}

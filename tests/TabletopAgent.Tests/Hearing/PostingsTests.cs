using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

public sealed class PostingsTests
{
    // Owner 0 is (3, 4) over the places 0 and 7, so (0.6, 0.8); owner 1 is 1 and 1 at place 7, so (0, 1).
    private static readonly Postings Two = Postings.Build([new([0], [3]), new([7], [4]), new([7], [1]), new([7], [1])], [0, 0, 1, 1], 9, 2);

    private static double[] Cosines(params (int Place, double Share)[] text) =>
        [.. Two.Cosines(new Weighed([.. text.Select(t => t.Place)], [.. text.Select(t => t.Share)]), 2).Select(c => Math.Round(c, 6))];

    [Fact]
    public void Vectors_have_length_one_and_those_of_one_owner_are_added_up()
    {
        Assert.Equal([0.6, 0], Cosines((0, 1)));
        Assert.Equal([0.8, 1], Cosines((7, 1)));
        Assert.Equal([1.0, 0.8], Cosines((0, 0.6), (7, 0.8)));
    }

    [Fact]
    public void Places_where_nobody_has_anything_add_nothing() => Assert.Equal([0.0, 0.0], Cosines((1, 1), (8, 1)));

    [Fact]
    public void Nobody_is_near_nothing() => Assert.Empty(Postings.Build([], [], 3, 0).Cosines(new Weighed([1], [1]), 0));
}

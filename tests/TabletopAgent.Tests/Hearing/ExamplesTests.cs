using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

public sealed class ExamplesTests
{
    [Fact]
    public void A_feature_that_stands_everywhere_weighs_one_and_a_rare_one_more()
    {
        // Of 3 lines: in all, ln(4/4) + 1 = 1; in one, ln(4/2) + 1 = 1.693; in none, ln(4/1) + 1 = 2.386.
        var idf = Examples.Rarity([[0, 1], [0], [0, 2]]);
        Assert.Equal([1f, 1.693f, 1.693f, 2.386f], idf[..4]);
    }

    [Fact]
    public void A_length_is_the_root_of_the_squares_and_never_zero()
    {
        Assert.Equal(5, Examples.Length([0, 1], [3f, 4f]));
        Assert.Equal(1, Examples.Length([], [3f]));
    }
}

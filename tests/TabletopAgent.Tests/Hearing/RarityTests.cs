using FsCheck.Xunit;
using TabletopAgent.Hearing;
using TabletopAgent.Text;

namespace TabletopAgent.Tests.Hearing;

public sealed class RarityTests
{
    // Of 3 lines: 10 stands in all, ln(4/4) + 1 = 1; 20 and 30 in one, ln(4/2) + 1 = 1.693; 40 is known and stands in none, ln(4/1) + 1 = 2.386.
    private static readonly Rarity Three = Rarity.Of([[10, 20], [10], [10, 30]], [[40]]);

    [Theory]
    [InlineData(10, 1f)]
    [InlineData(20, 1.693f)]
    [InlineData(30, 1.693f)]
    [InlineData(40, 2.386f)]
    [InlineData(50, 2.386f)]
    public void A_feature_that_stands_everywhere_weighs_one_and_a_rare_one_more(int feature, float value) => Assert.Equal(value, Three.Of(feature));

    [Fact]
    public void Known_features_have_places_in_order_and_others_none()
    {
        Assert.Equal(4, Three.Count);
        Assert.Equal([0, 1, 2, 3], new[] { 10, 20, 30, 40 }.Select(Three.Place));
        Assert.All([9, 11, 50, Features.Count - 1], f => Assert.True(Three.Place(f) < 0));
    }

    [Fact]
    public void A_length_is_the_root_of_the_squares_and_never_zero()
    {
        Assert.Equal(Math.Sqrt(1 + 2.386f * (double)2.386f), Three.Length([10, 50]));
        Assert.Equal(1, Three.Length([]));
    }

    [Fact]
    public void What_is_unknown_makes_a_text_longer_and_says_nothing()
    {
        var text = Three.Weigh([10, 50]);
        Assert.Equal([0], text.Places);
        Assert.Equal([1 / Three.Length([10, 50])], text.Shares);
    }

    [Property]
    public bool Every_feature_of_every_line_has_its_place(int[][] lines)
    {
        var vectors = lines.Select(l => l.Select(f => f & (Features.Count - 1)).Distinct().Order().ToArray()).ToList();
        var rarity = Rarity.Of(vectors, []);
        return vectors.TrueForAll(v => rarity.Weigh(v).Places.SequenceEqual(v.Select(rarity.Place)) && v.All(f => rarity.Place(f) >= 0));
    }

    [Fact]
    public void What_was_written_weighs_the_same()
    {
        using var from = Lines.Reader(Lines.Bytes(Three.Write));
        var read = Rarity.Read(from);
        Assert.Equal(Three.Weigh([10, 30, 50]).Shares, read.Weigh([10, 30, 50]).Shares);
    }
}

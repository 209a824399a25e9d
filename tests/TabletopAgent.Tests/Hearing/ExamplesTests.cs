using TabletopAgent.Hearing;
using TabletopAgent.Text;

namespace TabletopAgent.Tests.Hearing;

public sealed class ExamplesTests
{
    private static readonly string[] Labels = [.. Lines.Layers, Ear.Healthy, Ear.NeedData];

    [Fact]
    public void A_line_is_a_vector_with_its_label()
    {
        var examples = Examples.Of(Lines.Toy, Labels, Features.Of, pairs: false);
        Assert.Equal(Features.Of(Lines.Toy[4].Text), examples.Vectors[4]);
        Assert.Equal([0b1u, 0b10u, 0b100u, 0b1000u], new[] { 0, 4, 8, 10 }.Select(i => examples.Truth[i]));
    }

    [Fact]
    public void Lines_joined_are_two_faults_at_once_and_make_nothing_less_rare()
    {
        var (single, joined) = (Examples.Of(Lines.Toy, Labels, Features.Of, pairs: false), Examples.Of(Lines.Toy, Labels, Features.Of, pairs: true));
        Assert.True(joined.Vectors.Count > single.Vectors.Count);
        Assert.All(joined.Truth.Skip(single.Truth.Count), t => Assert.Equal(0b11u, t));
        Assert.All(single.Vectors.SelectMany(v => v), f => Assert.Equal(single.Rarity.Of(f), joined.Rarity.Of(f)));
        Assert.All(joined.Vectors.SelectMany(v => v), f => Assert.True(joined.Rarity.Place(f) >= 0));
    }
}

using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class RightPairTests
{
    [Fact]
    public void The_right_section_is_the_expected_text_else_what_was_retrieved_first()
    {
        var expected = Make.Probe("""{"probe_id":"a","question":"cache warm-up","expected":{"text":"cache warm-up"},"runs":[{"retrieved":[{"text":"parking permits"}]}]}""");
        var retrieved = Make.Probe("""{"probe_id":"b","question":"cache warm-up","phase":"baseline","runs":[{"retrieved":[{"text":"cache warm-up"}]}]}""");
        var broken = Make.Probe("""{"probe_id":"b","question":"cache warm-up","phase":"inject","runs":[{"retrieved":[{"text":"parking permits"}]}]}""");
        var pairs = RightPair.Of([broken, expected, retrieved]);
        Assert.Equal(["a", "b"], pairs.Select(p => p.Id));
        Assert.All(pairs, p => Assert.Equal(0, p.DeltaS(p), 12));
    }

    [Fact]
    public void Pairs_are_of_one_embedder()
    {
        var probes = Enumerable.Range(1, 3).Select(i => Make.Dense(i, "bge", 0.3)).Append(Make.Dense(4, "ada", 0.3)).Select(e => ProbeReader.Read(e, []));
        Assert.Equal(["bge", "bge", "bge"], RightPair.Of(probes).Select(p => p.Model));
    }

    [Fact]
    public void A_section_of_the_same_name_or_text_is_no_wrong_one()
    {
        RightPair Pair(string name, double[] section) => RightPair.Of("p", name, null, [1, 0], section)!;
        Assert.False(Pair("s", [1, 0]).Elsewhere(Pair("s", [0, 1])));
        Assert.False(Pair("s", [0, 1]).Elsewhere(Pair("t", [0, 2])));
        Assert.True(Pair("s", [1, 0]).Elsewhere(Pair("t", [0, 1])));
    }

    [Fact]
    public void Vectors_of_zeros_or_of_two_lengths_are_no_pair()
    {
        Assert.Null(RightPair.Of("p", "s", null, [0, 0], [1, 0]));
        Assert.Null(RightPair.Of("p", "s", null, [1], [1, 0]));
        Assert.Null(RightPair.Of("p", "s", null, (double[]?)null, null));
    }
}

using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class ArenaTests
{
    [Fact]
    public void What_is_kept_stays_whatever_comes_after()
    {
        var arena = new Arena<int>();
        var kept = Enumerable.Range(0, 500).Select(i => (i, arena.Keep([.. Enumerable.Range(i, i)]))).ToList();
        Assert.All(kept, k => Assert.Equal(Enumerable.Range(k.i, k.i), k.Item2));
        Assert.InRange(kept.Select(k => k.Item2.Array).Distinct().Count(), 2, 20);
    }

    [Fact]
    public void A_run_longer_than_any_block_has_one_of_its_own() => Assert.Equal(1_000_000, new Arena<byte>().Keep(new byte[1_000_000]).Count);
}

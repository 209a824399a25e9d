using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class ChainTests
{
    /// <summary>Of the standard's own examples (FIPS 180): "abc".</summary>
    [Fact]
    public void The_hash_is_SHA_256_in_hex() => Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Chain.Hash("abc"u8));

    [Fact]
    public void The_first_line_holds_64_zeros() => Assert.Equal(new string('0', 64), Chain.Start);
}

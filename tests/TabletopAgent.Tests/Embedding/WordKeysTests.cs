using TabletopAgent.Embedding;

namespace TabletopAgent.Tests.Embedding;

public sealed class WordKeysTests
{
    [Theory]
    [InlineData("a", 1)] // <a>
    [InlineData("ab", 3)] // <ab ab> <ab>
    [InlineData("abc", 6)] // <ab abc bc> <abc abc> <abc>
    [InlineData("queue", 12)] // 5 of three, 4 of four, 3 of five
    public void Parts_are_the_runs_of_three_to_five_between_borders(string word, int count) =>
        Assert.Equal(count, WordKeys.Parts(word, 1000, new int[WordKeys.MostParts]));

    [Fact]
    public void The_longest_word_has_room_for_its_parts()
    {
        var parts = new int[WordKeys.MostParts];
        var count = WordKeys.Parts(new string('x', Tokens.Longest), 7, parts);
        Assert.InRange(count, 1, WordKeys.MostParts);
        Assert.All(parts[..count], p => Assert.InRange(p, 0, 6));
    }

    [Fact]
    public void Words_that_share_letters_share_parts()
    {
        Assert.Equal(12, Shared("queue", "queue"));
        Assert.True(Shared("kubernetes", "kubernete") > 15);
        Assert.Equal(0, Shared("abc", "xyz"));

        static int Shared(string a, string b)
        {
            Span<int> x = new int[WordKeys.MostParts], y = new int[WordKeys.MostParts];
            var (n, m) = (WordKeys.Parts(a, 1 << 30, x), WordKeys.Parts(b, 1 << 30, y));
            return x[..n].ToArray().Intersect(y[..m].ToArray()).Count();
        }
    }

    [Fact]
    public void The_key_of_a_word_is_the_same_everywhere() =>
        // The model file holds these keys; another function would not find its own words.
        Assert.Equal((Golden("queue"), Golden("a")), (WordKeys.Of("queue"), WordKeys.Of("a")));

    /// <summary>FNV-1a over UTF-16 and the finaliser of MurmurHash3, written out.</summary>
    private static ulong Golden(string word)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var c in word) hash = unchecked((hash ^ c) * 0x100000001b3UL);
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
            return hash ^ (hash >> 33);
        }
    }
}

using TabletopAgent.Embedding;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class MeaningsTests
{
    [Fact]
    public void Line_itself_Is_nearest_to_its_page()
    {
        var nearest = Meanings.Of([Own("a", "customers are billed twice"), Own("b", "the cache serves old pages")]).Nearest("customers are billed twice", 2);
        Assert.InRange(nearest[0], 0.99, 1);
        Assert.InRange(nearest[1], 0, 0.9);
    }

    /// <summary>Eight bits a number cost less than a hundredth.</summary>
    [Fact]
    public void Cosine_Is_that_of_the_embedder()
    {
        var (asked, line) = (Embedder.Shared.Embed("orders vanish"), Embedder.Shared.Embed("writes are lost"));
        var exact = asked.Zip(line, (a, b) => a * b).Sum();
        Assert.Equal(exact, Meanings.Of([Own("a", "writes are lost")]).Nearest("orders vanish", 1)[0], 0.01);
    }

    [Fact]
    public void Foreign_page_Keeps_to_its_words() =>
        Assert.Equal([0.0], Meanings.Of([PageReader.Read("customers are billed twice", "x.md", "f", [])!]).Nearest("customers are billed twice", 1));

    [Theory]
    [InlineData("")]
    [InlineData("🙂")]
    [InlineData("\0\u200b")]
    public void Text_without_words_Is_near_to_nothing(string text) => Assert.Equal([0.0], Meanings.Of([Own("a", "customers are billed twice")]).Nearest(text, 1));

    private static OpenPage Own(string id, string text) => PageReader.Read($"---\nid: {id}\ntitle: \"\"\nlayer: queue-and-writes\n---\n{text}", $"{id}.md", "f", [])!;
}

using TabletopAgent.Embedding;

namespace TabletopAgent.Tests.Embedding;

/// <summary>The model was trained on these words: a change here needs a new model file.</summary>
public sealed class TokensTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \t\r\n .,;:!? ", "")]
    [InlineData("Writes return 500 in region A.", "writes return 500 in region a")]
    [InlineData("x-request-id: AKIA_77/v1.2", "x request id akia 77 v1 2")]
    [InlineData("don't", "don t")]
    [InlineData("OpenSearch kubectl", "opensearch kubectl")]
    [InlineData("café CAFÉ cafe\u0301", "cafe cafe cafe")]
    [InlineData("Größe Ærø Łódź", "grose aro lodz")]
    [InlineData("очередь РАСТЁТ", "очередь растёт")]
    [InlineData("2×3", "2 3")]
    [InlineData("队列增长 p95", "队 列 增 长 p95")]
    [InlineData("queueは増える", "queue は 増 え る")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("🔥🔥 down 🔥", "down")]
    [InlineData("co\u00ADoperate", "cooperate")]
    public void A_text_is_heard_as_words(string text, string words) => Assert.Equal(words, string.Join(' ', Of(text)));

    [Fact]
    public void A_long_run_is_heard_in_pieces() =>
        Assert.Equal([new string('a', 32), new string('a', 32), "a"], Of(new string('a', 65)));

    [Fact]
    public void Half_a_character_is_no_word() => Assert.Equal(["a", "b"], Of("a\uD83Db"));

    private static List<string> Of(string text)
    {
        var words = new List<string>();
        var tokens = new Tokens(text, stackalloc char[Tokens.Longest]);
        while (tokens.MoveNext()) words.Add(tokens.Current.ToString());
        return words;
    }
}

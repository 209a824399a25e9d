using TabletopAgent.Text;

namespace TabletopAgent.Tests.Text;

public sealed class TermsTests
{
    [Theory]
    [InlineData("The writes are failing", "writ fail")]
    [InlineData("ΔS rises, λ diverges", "delta ris lambda diverg")]
    [InlineData("to be or not to be", "")]
    [InlineData("", "")]
    public void A_text_is_the_stems_that_say_something(string text, string terms) => Assert.Equal(terms, string.Join(' ', Terms.Of(text)));

    // FNV-1a: the basis for no character; (basis xor 0x61) × prime, modulo 2^64, for "a".
    [Theory]
    [InlineData("", 14695981039346656037UL)]
    [InlineData("a", 0xAF63DC4C8601EC8CUL)]
    public void A_key_is_the_published_hash(string term, ulong key) => Assert.Equal(key, Terms.Key(term));
}

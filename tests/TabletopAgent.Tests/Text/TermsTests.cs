using FsCheck.Xunit;
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

    [Theory]
    [InlineData("The writes are failing, and the WRITES failed: 22% of écrits, e\u0301crits")]
    [InlineData("ΔS rises, λ diverges")]
    [InlineData("to be or not to be")]
    [InlineData("")]
    [InlineData("a")]
    public void Keys_are_those_of_the_terms(string text) => Assert.Equal(Terms.Of(text).Select(Terms.Key), Terms.Keys(text, new Terms.Known()));

    [Property]
    public bool Keys_are_those_of_the_terms_also_of_words_known_before(string?[] texts)
    {
        var known = new Terms.Known();
        return texts.OfType<string>().All(t => Terms.Keys(t, known).SequenceEqual(Terms.Of(t).Select(Terms.Key)));
    }

    [Fact]
    public void Distinct_keys_keep_the_order_they_come_in() => Assert.Equal([Terms.Key("writ"), Terms.Key("fail")], Terms.Distinct("writes fail, writing fails"));

    // FNV-1a: the basis for no character; (basis xor 0x61) × prime, modulo 2^64, for "a".
    [Theory]
    [InlineData("", 14695981039346656037UL)]
    [InlineData("a", 0xAF63DC4C8601EC8CUL)]
    public void A_key_is_the_published_hash(string term, ulong key) => Assert.Equal(key, Terms.Key(term));
}

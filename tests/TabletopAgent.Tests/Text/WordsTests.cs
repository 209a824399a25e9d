using TabletopAgent.Text;

namespace TabletopAgent.Tests.Text;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Writes FAIL, p95=320ms!", "writes fail p95 320ms")]
    [InlineData("e\u0301tat", "\u00e9tat")] // decomposed and composed are one word
    [InlineData("Größe Öl", "größe öl")]
    [InlineData("запись не работает", "запись не работает")]
    [InlineData("写入失败", "写入失败")]
    [InlineData("fail😀fast", "fail fast")]
    [InlineData("don't", "don t")]
    [InlineData("", "")]
    [InlineData(" \t\n…", "")]
    public void A_text_is_its_runs_of_letters_and_digits(string text, string words) => Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Theory]
    [InlineData("kitten", "sitting", 3)] // k→s, e→i, +g
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "ABC", 0)]
    [InlineData("ab", "ba", 1)] // a swap of neighbours is one
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("", "", 0)]
    [InlineData("symptom", "sympton", 1)]
    public void Edits_are_counted(string a, string b, int edits) => Assert.Equal(edits, Words.Edits(a, b));

    [Theory]
    [InlineData("symptms", "symptoms")]
    [InlineData("toplogoy", "topology")]
    [InlineData("index", null)] // known already
    [InlineData("weather", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    public void A_slip_finds_the_nearest_name_and_a_stranger_none(string word, string? near) => Assert.Equal(near, Words.Nearest(word, ["symptoms", "topology", "index"]));
}

using System.Text.Json;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class UntrustedTests
{
    [Theory]
    [InlineData("plain ΔS → 0.45 日本 👩‍🚀", "plain ΔS → 0.45 日本 👩‍🚀")]
    [InlineData("a\r\nb\tc\nd", "a b c d")]
    [InlineData("over\rwrite", "over write")]
    [InlineData("\e]0;title\a", "␛]0;title␇")]
    [InlineData("del\u007F", "del␡")]
    [InlineData("\u2066x\u2069\u200E\uFEFF", "\\u{2066}x\\u{2069}\\u{200E}\\u{FEFF}")]
    [InlineData("tag\U000E0041", "tag\\u{E0041}")]
    [InlineData("line\u2028sep", "line\\u{2028}sep")]
    public void One_line_shows_what_steers(string text, string shown) => Assert.Equal(shown, Untrusted.OneLine(text));

    [Fact]
    public void A_half_character_is_shown() => Assert.Equal("x\\u{D800}", Untrusted.OneLine("x" + (char)0xD800));

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("", Untrusted.OneLine(null));

    [Fact]
    public void Json_keeps_its_meaning_and_its_line_breaks()
    {
        const string json = "{\n  \"a\": \"\u202Egnp 👩 \U000E0041\"\n}";
        var safe = Untrusted.InJson(json);
        Assert.Equal("{\n  \"a\": \"\\u202Egnp 👩 \\uDB40\\uDC41\"\n}", safe);
        Assert.Equal("\u202Egnp 👩 \U000E0041", JsonElement.Parse(safe).GetProperty("a").GetString());
    }
}

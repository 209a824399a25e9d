using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("a [link](https://x.y/z_(1)?p=2) here", "a link here")]
    [InlineData("![chart](https://x/y.png) seen", "chart seen")]
    [InlineData("**bold** and _soft_ and `code`", "bold and soft and code")]
    [InlineData("a&nbsp;&amp;&lt;b&gt;", "a &<b>")]
    [InlineData("one<br/>two <b>three</b>", "one two three")]
    [InlineData("USE method[^1] used", "USE method used")]
    [InlineData("{{ 06:10 }} text", "06:10 text")]
    [InlineData("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name")]
    public void Leaves_what_a_reader_sees(string raw, string plain) => Assert.Equal(plain, Markup.Plain(raw));

    [Theory]
    [InlineData("**Time to repair**: 1h", "Time to repair", "1h")]
    [InlineData("**Impact:** none", "Impact", "none")]
    [InlineData("no label", null, "no label")]
    [InlineData("**", null, "**")]
    public void Finds_a_bold_label(string raw, string? label, string value) => Assert.Equal((label, value), Markup.Bold(raw));
}

using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class DocumentHtmlTests
{
    private static string Html()
    {
        var to = new StringWriter();
        DocumentHtml.Write(DocumentMarkdownTests.Every, to);
        return to.ToString();
    }

    [Fact]
    public void It_is_one_file_that_fetches_nothing_and_runs_nothing() => Assert.DoesNotMatch("<script|<link|<img|src=|href=|url\\(|@import", Html());

    [Fact]
    public void Words_stay_words()
    {
        Assert.Contains("<h1>A &lt;b&gt; title</h1>", Html(), StringComparison.Ordinal);
        Assert.Contains("<li>[two](http://x)</li>", Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_are_said_in_words_and_numbers_stand_at_the_right()
    {
        Assert.Contains("Overall: <strong class=\"fail\">fail</strong>", Html(), StringComparison.Ordinal);
        Assert.Contains("<td>orders | more</td><td class=\"n\">3</td>", Html(), StringComparison.Ordinal);
    }

    /// <summary>"to confirm" must not become "to confir m" because a path beside it is long.</summary>
    [Fact]
    public void Only_words_too_long_for_a_column_are_broken()
    {
        var to = new StringWriter();
        DocumentHtml.Write(new Document("t", [new Grid(["from", "due"], [[new string('x', 80), "to confirm"]])]), to);
        Assert.Contains($"<td class=\"long\">{new string('x', 80)}</td><td>to confirm</td>", to.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_inside() => Assert.Contains("<figure><svg ", Html(), StringComparison.Ordinal);
}

using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class DocumentMarkdownTests
{
    /// <summary>One of each part, with words that would be markup if they were let.</summary>
    internal static readonly Document Every = new("A <b> title",
    [
        new Heading("Parts"), new Paragraph("plain *words*"), new Headline("Overall", "fail"), new Bullets(["one", "[two](http://x)"]),
        new Grid(["store", "lost"], [["orders | more", "3"], ["carts", null]]), new Figure(new Drawing("Over time", 10, 10, []), "cache-hit.svg"),
    ]);

    [Fact]
    public void Each_part_is_written_and_words_stay_words()
    {
        var to = new StringWriter();
        DocumentMarkdown.Write(Every, to);
        Assert.Equal("""
            # A \<b\> title

            ## Parts

            plain \*words\*

            Overall: **fail**

            - one
            - \[two\](http://x)

            | store | lost |
            |---|---|
            | orders \| more | 3 |
            | carts |  |

            ![Over time](cache-hit.svg)

            """.ReplaceLineEndings("\n"), to.ToString());
    }
}

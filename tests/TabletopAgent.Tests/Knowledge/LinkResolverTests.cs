using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class LinkResolverTests
{
    private static readonly LinkResolver Resolver = new(
        ["ProblemMap/a", "ProblemMap/x/README", "ProblemMap/x/chunking-checklist", "ProblemMap/x/b c", "ProblemMap/y/chunking-checklist", "ProblemMap/y/only_here", "ProblemMap/z/page"]);

    [Theory]
    [InlineData("https://github.com/onestardao/WFGY/blob/main/ProblemMap/a.md", "ProblemMap/a", "")]
    [InlineData("https://github.com/onestardao/WFGY/tree/main/ProblemMap/x", "ProblemMap/x/README", "folder")]
    [InlineData("/ProblemMap/a.md#part", "ProblemMap/a", "")]
    [InlineData("./b%20c.md?raw=1", "ProblemMap/x/b c", "")]
    [InlineData("../a.md", "ProblemMap/a", "")]
    [InlineData("chunking_checklist.md", "ProblemMap/x/chunking-checklist", "spelling")]
    [InlineData("../y/Chunking_Checklist.md", "ProblemMap/y/chunking-checklist", "spelling")]
    [InlineData("../eval/chunking-checklist.md", "ProblemMap/x/chunking-checklist", "same folder")]
    [InlineData("../eval/only_here.md", "ProblemMap/y/only_here", "file name")]
    public void Resolve_Finds_the_page_and_says_how(string target, string id, string how) => Assert.Equal((id, how), Resolver.Resolve("ProblemMap/x/from", target));

    [Theory]
    [InlineData("https://example.org/a.md")]
    [InlineData("#part")]
    [InlineData("mailto:a@b.c")]
    [InlineData("../../../../a.md")]
    [InlineData("gone.md")]
    [InlineData("")]
    [InlineData("%")]
    public void Resolve_Never_guesses_what_cannot_be_meant(string target) => Assert.Null(Resolver.Resolve("ProblemMap/x/from", target));

    /// <summary>The name exists in two folders and neither is the page's own: no guess.</summary>
    [Fact]
    public void Resolve_Ambiguous_name_is_null() => Assert.Null(Resolver.Resolve("ProblemMap/z/page", "chunking_checklist.md"));

    [Theory]
    [InlineData("gone.md", true)]
    [InlineData("https://github.com/onestardao/WFGY/blob/main/ProblemMap/gone.md", true)]
    [InlineData("https://example.org/gone.md", false)]
    [InlineData("#part", false)]
    public void Inside_Tells_links_that_mean_a_page(string target, bool inside) => Assert.Equal(inside, LinkResolver.Inside("ProblemMap/x/from", target));
}

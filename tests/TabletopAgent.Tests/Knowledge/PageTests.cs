using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class PageTests
{
    [Fact]
    public void Section_Is_that_of_the_heading_or_the_first()
    {
        var page = PageReader.Read("# T\n## A\nx\n## Minimal fix\ny", "p.md", "p.md", [])!.Page;
        Assert.Equal("p#minimal-fix", page.Section("minimal FIX")!.Id);
        Assert.Equal("p#t", page.Section("nothing")!.Id);
        Assert.Null((page with { Sections = [] }).Section("a"));
    }

    [Theory]
    [InlineData("yes, put it back", true)]
    [InlineData("Yes", true)]
    [InlineData("no, it is gone", false)]
    [InlineData(null, null)]
    public void Step_Is_reversible_when_its_undo_says_yes(string? undo, bool? reversible) => Assert.Equal(reversible, new Step("x", null, null, null, undo, 1).Reversible);
}

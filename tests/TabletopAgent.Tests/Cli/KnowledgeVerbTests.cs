using System.Text.Json;

namespace TabletopAgent.Tests.Cli;

public sealed class KnowledgeVerbTests
{
    [Fact]
    public void List_goes_by_layer()
    {
        var lines = Session.Of("knowledge", "list").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.StartsWith("secrets-rotation ", StringComparison.Ordinal) && l.Contains("  secrets-and-config ", StringComparison.Ordinal));
        Assert.Contains("  routing  ", lines[0]);
    }

    [Fact]
    public void List_as_json_names_every_page()
    {
        var pages = JsonElement.Parse(Session.Of("knowledge", "list", "--format", "json").Out).EnumerateArray().ToList();
        Assert.Equal(Directory.GetFiles(Repository.Path("knowledge", "pages"), "*.md").Length, pages.Count);
        Assert.All(pages, p => Assert.False(string.IsNullOrEmpty(p.GetProperty("layer").GetString())));
    }

    [Fact]
    public void Show_prints_the_section_asked_for()
    {
        var session = Session.Of("knowledge", "show", "secrets-rotation#minimal-fix");
        Assert.Equal(0, session.Code);
        Assert.Contains("Minimal fix  secrets-rotation#minimal-fix\n  - ", session.Out);
        Assert.DoesNotContain("#purpose", session.Out);
    }

    [Theory]
    [InlineData("secrets-rotatoin", "did you mean secrets-rotation?")]
    [InlineData("secrets-rotation#minimal-fxi", "did you mean secrets-rotation#minimal-fix?")]
    [InlineData("zzz", "tabletop knowledge list")]
    public void A_page_that_is_not_there_is_refused_with_the_nearest_name(string page, string said)
    {
        var session = Session.Of("knowledge", "show", page);
        Assert.Equal(2, session.Code);
        Assert.Contains(said, session.Error);
    }

    [Fact]
    public void Search_finds_the_page_that_speaks_of_it() =>
        Assert.Contains("edge-cache-invalidation", Session.Of("knowledge", "search", "stale", "pages", "after", "purge").Out.Split('\n')[0]);

    [Fact]
    public void Lint_passes_on_what_ships_and_reports_its_health()
    {
        var session = Session.Of("knowledge", "lint", "--format", "json");
        Assert.Equal(0, session.Code);
        var health = JsonElement.Parse(session.Out);
        Assert.Equal(0, health.GetProperty("errors").GetInt32());
        Assert.All(health.GetProperty("heard_as_by_layer").EnumerateObject(), l => Assert.True(l.Value.GetInt32() >= 120));
    }

    [Fact]
    public void Lint_fails_while_anything_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("tabletop-lint-");
        File.WriteAllText(Path.Combine(folder.FullName, "a.md"), "---\nid: a\nlayer: gremlins\n---\n# A\n\ntext\n");
        var session = Session.Of("knowledge", "lint", "--knowledge", folder.FullName);
        folder.Delete(recursive: true);
        Assert.Equal(1, session.Code);
        Assert.Contains("a.md:3: error TT407", session.Out);
        Assert.Matches("1 pages, 0 heard-as lines, [0-9]+ errors, 0 warnings", session.Out);
    }
}

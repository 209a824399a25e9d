namespace TabletopAgent.Tests.Rules;

/// <summary>Experimental parts of Semantic Kernel move under one's feet; none is used, so none is silenced.</summary>
public sealed class NoSkexpTests
{
    [Fact]
    public void Nothing_experimental_is_silenced()
    {
        var files = Directory.EnumerateFiles(Repository.Path("src"), "*.*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.props")).Append(Repository.Path(".editorconfig"));
        Assert.All(files, f => Assert.DoesNotContain("SKEXP", File.ReadAllText(f)));
    }

    [Fact]
    public void A_pragma_gives_its_reason_and_there_are_few()
    {
        var pragmas = Repository.Sources("src").SelectMany(f => f.Text.Split('\n')).Where(l => l.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)).ToList();
        Assert.All(pragmas, p => Assert.Contains("//", p));
        Assert.True(pragmas.Count <= 5, $"{pragmas.Count} pragmas");
    }
}

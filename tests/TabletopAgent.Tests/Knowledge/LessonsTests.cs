using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class LessonsTests : IDisposable
{
    private readonly Library _library = Library.Sound();

    public void Dispose() => _library.Dispose();

    private string Shipped => Path.Combine(_library.Folder, Lessons.Shipped);

    [Fact]
    public void Learned_beside_the_lines_Is_not_learned_again()
    {
        Assert.Equal(Shipped, KnowledgeBase.Learn(_library.Folder));
        using var cache = new Library();
        var loaded = KnowledgeBase.Load(_library.Folder, [], cache.Folder);
        Assert.DoesNotContain(Directory.GetFiles(cache.Folder), f => Path.GetFileName(f).StartsWith("ear-", StringComparison.Ordinal));
        File.Delete(Shipped);
        Assert.Equal(KnowledgeBase.Load(_library.Folder, [], null).Ear.Layers("cache heard ab"), loaded.Ear.Layers("cache heard ab"));
    }

    [Fact]
    public void Other_pages_to_search_Are_heard_by_the_same_lines()
    {
        KnowledgeBase.Learn(_library.Folder);
        using var cache = new Library();
        using var foreign = new Library().Write("a.md", "# A\n\ntext");
        KnowledgeBase.Load(_library.Folder, [foreign.Folder], cache.Folder);
        Assert.Single(Directory.GetFiles(cache.Folder));
    }

    [Theory]
    [InlineData("edited")]
    [InlineData("torn")]
    [InlineData("missing")]
    public void Where_it_does_not_fit_the_lines_It_is_learned_anew_and_kept(string what)
    {
        KnowledgeBase.Learn(_library.Folder);
        if (what == "edited") _library.Change("pages/cache.md", "cache heard ab", "pages are stale after the purge");
        if (what == "torn") File.WriteAllBytes(Shipped, File.ReadAllBytes(Shipped)[..^100]);
        if (what == "missing") File.Delete(Shipped);
        using var cache = new Library();
        var ear = KnowledgeBase.Load(_library.Folder, [], cache.Folder).Ear;
        Assert.Single(Directory.GetFiles(cache.Folder), f => Path.GetFileName(f).StartsWith("ear-", StringComparison.Ordinal));
        var heard = ear.Layers(what == "edited" ? "stale pages after a purge" : "cache heard ab");
        Assert.Equal("cache", ear.Labels[Array.IndexOf(heard, heard.Max())]);
    }

    [Fact]
    public void No_pages_Teach_nothing()
    {
        using var empty = new Library();
        Assert.Null(KnowledgeBase.Learn(empty.Folder));
        Assert.Empty(Directory.GetFiles(empty.Folder));
    }
}

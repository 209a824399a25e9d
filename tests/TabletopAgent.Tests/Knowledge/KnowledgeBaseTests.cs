using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class KnowledgeBaseTests
{
    [Fact]
    public void Load_Uses_the_cache_and_answers_the_same()
    {
        using var library = Library.Sound();
        using var cache = new Library();
        var built = KnowledgeBase.Load(library.Folder, [], cache.Folder);
        var cached = KnowledgeBase.Load(library.Folder, [], cache.Folder);
        Assert.Equal(2, Directory.GetFiles(cache.Folder).Length);
        Assert.Equal(built.Hash, cached.Hash);
        Assert.Equal(built.Search.Score("cache heard ab"), cached.Search.Score("cache heard ab"));
        Assert.Equal(built.Ear.Layers("cache heard ab"), cached.Ear.Layers("cache heard ab"));
        Assert.Equal(built.Pages.Select(p => (p.Id, p.Title, p.Layer, p.Sections.Count)), cached.Pages.Select(p => (p.Id, p.Title, p.Layer, p.Sections.Count)));
    }

    [Fact]
    public void Open_Reads_the_page_again_or_says_null()
    {
        using var library = Library.Sound();
        var page = KnowledgeBase.Load(library.Folder, [], null).Find("cache")!;
        Assert.Equal("About cache", KnowledgeBase.Open(page)!.Page.Title);
        File.Delete(page.File);
        Assert.Null(KnowledgeBase.Open(page));
    }

    [Fact]
    public void Upstream_checkout_Is_loaded_whole()
    {
        if (Upstream.Folder() is not { } folder) return;
        using var library = Library.Sound();
        var known = KnowledgeBase.Load(library.Folder, [folder], null);
        Assert.Equal(514, known.Pages.Count);
        Assert.DoesNotContain(known.Notes, n => n.Severity == Severity.Error);
    }
}

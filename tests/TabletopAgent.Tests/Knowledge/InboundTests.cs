using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class InboundTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void Line_that_names_a_page_Speaks_for_it() =>
        Assert.Equal(["stale prices after every purge Cache"], Lines("- stale prices after every purge [Cache](cache.md)"));

    [Fact]
    public void Line_that_says_little_Brings_the_one_before() =>
        Assert.Equal(["prices stay stale after a purge open: Cache"], Lines("- prices stay stale after a purge\n- open: [Cache](cache.md)"));

    [Fact]
    public void Table_row_Speaks_for_the_page_in_its_cell() =>
        Assert.Equal(["prices stay stale after purge | Cache"], Lines("|symptom|page|\n|-|-|\n|prices stay stale after purge|[Cache](cache.md)|"));

    [Theory]
    [InlineData("- return to the map of all pages [Cache](cache.md)")]
    [InlineData("- this page says much about [itself](from.md)")]
    public void Navigation_and_own_links_Say_nothing(string text) => Assert.Empty(Lines(text));

    [Fact]
    public void Dead_and_guessed_links_Are_notes()
    {
        Lines("- stale prices after every purge [x](gone.md) [y](CACHE.md)");
        Assert.Equal(["TT402", "TT403"], _notes.Select(n => n.Code));
    }

    private List<string> Lines(string text)
    {
        OpenPage[] pages = [PageReader.Read($"# From\n\n{text}\n", "from.md", "from.md", _notes)!, PageReader.Read("# Cache\n\ntext\n", "cache.md", "cache.md", _notes)!];
        return Inbound.Lines(pages, _notes)[1];
    }
}

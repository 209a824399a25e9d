using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class KnowledgeCacheTests : IDisposable
{
    private static readonly Lazy<KnowledgeBase> Known = new(() =>
    {
        using var library = Library.Sound();
        return KnowledgeBase.Load(library.Folder, [], null);
    });

    private const string Key = "0123456789abcdef0123";
    private readonly Library _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void Written_Is_read_back_whole()
    {
        KnowledgeCache.Write(_cache.Folder, Key, Known.Value);
        var read = Read()!;
        Assert.Equal(Known.Value.Pages.Count, read.Pages.Count);
        Assert.Equal(Known.Value.Rules[0].Place, read.Rules[0].Place);
        Assert.Equal(Known.Value.Search.Score("about routing"), read.Search.Score("about routing"));
    }

    [Fact]
    public void Nothing_there_or_other_hash_Is_null()
    {
        Assert.Null(Read());
        KnowledgeCache.Write(_cache.Folder, Key, Known.Value);
        Assert.Null(KnowledgeCache.Read(_cache.Folder, Key, "other"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void Torn_file_Is_null(double share)
    {
        KnowledgeCache.Write(_cache.Folder, Key, Known.Value);
        var file = Directory.GetFiles(_cache.Folder).Single();
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(share < 1 ? (int)(bytes.Length * share) : (int)share)]);
        Assert.Null(Read());
    }

    [Fact]
    public void Flipped_byte_Is_null()
    {
        KnowledgeCache.Write(_cache.Folder, Key, Known.Value);
        var file = Directory.GetFiles(_cache.Folder).Single();
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length; at += bytes.Length / 50)
        {
            bytes[at] ^= 0x10;
            File.WriteAllBytes(file, bytes);
            Assert.Null(Read());
            bytes[at] ^= 0x10;
        }

        File.WriteAllBytes(file, bytes);
        Assert.NotNull(Read());
    }

    [Fact]
    public void Folder_that_cannot_be_written_Costs_nothing_but_time()
    {
        // A file where the folder should be stops root as well.
        var folder = Path.Combine(_cache.Write("file", "x").Folder, "file");
        KnowledgeCache.Write(folder, Key, Known.Value);
        Assert.Null(KnowledgeCache.Read(folder, Key, Known.Value.Hash));
        Assert.Equal("x", File.ReadAllText(folder));
    }

    [Fact]
    public void Of_many_libraries_The_last_ones_stay()
    {
        for (var i = 0; i < 12; i++) KnowledgeCache.Write(_cache.Folder, $"{i:0000}{Key}", Known.Value);
        Assert.InRange(Directory.GetFiles(_cache.Folder).Length, 2, 11);
        Assert.NotNull(KnowledgeCache.Read(_cache.Folder, $"0011{Key}", Known.Value.Hash));
    }

    [Fact]
    public async Task Two_at_once_Leave_one_whole_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            for (var n = 0; n < 5; n++)
            {
                KnowledgeCache.Write(_cache.Folder, Key, Known.Value);
                Assert.NotNull(Read());
            }
        })));
        Assert.Single(Directory.GetFiles(_cache.Folder));
        Assert.NotNull(Read());
    }

    private KnowledgeBase? Read() => KnowledgeCache.Read(_cache.Folder, Key, Known.Value.Hash);
}

using TabletopAgent.Embedders;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Embedders;

public sealed class VectorCacheTests : IDisposable
{
    private static readonly EmbedderSettings Settings = new() { Name = "letters", Revision = "1", Dimensions = 2 };
    private static readonly string Hash = Vectors.Hash("a text");
    private readonly string _root = Directory.CreateTempSubdirectory("vectors").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private VectorCache Of(EmbedderSettings settings) => new(_root, settings);

    private string File => Assert.Single(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));

    [Fact]
    public void A_vector_comes_back_to_the_bit()
    {
        float[] vector = [0.1f, -float.Epsilon];
        Of(Settings).Keep(Hash, vector);
        Assert.Equal(vector, Of(Settings).Find(Hash)!);
        Assert.Null(Of(Settings).Find(Vectors.Hash("another text")));
    }

    [Fact]
    public void Another_model_revision_or_length_finds_nothing()
    {
        Of(Settings).Keep(Hash, [1, 0]);
        Assert.Null(Of(Settings with { Name = "words" }).Find(Hash));
        Assert.Null(Of(Settings with { Revision = "2" }).Find(Hash));
        Assert.Null(Of(Settings with { Dimensions = 3 }).Find(Hash));
        // Where it is served, and with which key, changes no vector.
        Assert.NotNull(Of(Settings with { ApiKey = "k", Endpoint = new Uri("http://elsewhere/v1") }).Find(Hash));
    }

    [Fact]
    public void A_torn_or_foreign_file_is_no_vector()
    {
        Of(Settings).Keep(Hash, [1, 0]);
        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Null(Of(Settings).Find(Hash));
        }

        for (var i = 0; i < whole.Length; i++)
        {
            var bent = whole.ToArray();
            bent[i] ^= 1;
            System.IO.File.WriteAllBytes(File, bent);
            Assert.Null(Of(Settings).Find(Hash));
        }

        // The whole vector of another text, under this text's name.
        System.IO.File.Delete(File);
        Of(Settings).Keep(Vectors.Hash("another text"), [1, 0]);
        var other = File;
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(other)!, "..", Hash[..2]));
        System.IO.File.Move(other, Path.Combine(Path.GetDirectoryName(other)!, "..", Hash[..2], $"{Hash}.vec"));
        Assert.Null(Of(Settings).Find(Hash));
        Of(Settings).Keep(Hash, [0, 1]);
        Assert.Equal([0, 1], Of(Settings).Find(Hash)!);
    }

    [Fact]
    public void Many_writers_and_readers_of_one_text_see_whole_vectors_only()
    {
        var caches = Enumerable.Range(0, 4).Select(_ => Of(Settings)).ToList();
        Parallel.For(0, 400, i =>
        {
            var cache = caches[i % 4];
            cache.Keep(Hash, [1, 0]);
            Assert.Equal([1, 0], cache.Find(Hash)!);
        });
        Assert.EndsWith(".vec", File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_no_cache_and_no_trouble()
    {
        var file = Path.Combine(_root, "a-file");
        System.IO.File.WriteAllText(file, "");
        var cache = new VectorCache(file, Settings);
        cache.Keep(Hash, [1, 0]);
        Assert.Null(cache.Find(Hash));
    }
}

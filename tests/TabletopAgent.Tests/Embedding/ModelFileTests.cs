using TabletopAgent.Embedding;

namespace TabletopAgent.Tests.Embedding;

public sealed class ModelFileTests
{
    private static readonly string Shipped = Repository.Path("src", "TabletopAgent.Core", "Embedding", "builtin.model");

    [Fact]
    public void What_is_written_is_read()
    {
        var model = ModelFile.Of(Small.Bytes());
        Assert.Equal(new ModelSizes(Small.Dim, 1, 1, 0), model.Sizes);
        Assert.Equal(12, model.Rev.Length);
        Assert.Equal(2 * sizeof(ulong), model.Keys.Length);
        Assert.Equal(3 * Small.Dim / 2, model.Rows.Length);
    }

    [Fact]
    public void Another_row_is_another_revision() => Assert.NotEqual(ModelFile.Of(Small.Bytes()).Rev, ModelFile.Of(Small.Bytes(scale: 2)).Rev);

    [Fact]
    public void A_torn_or_foreign_file_is_refused()
    {
        var whole = Small.Bytes();
        Assert.Throws<InvalidDataException>(() => ModelFile.Of([]));
        Assert.Throws<InvalidDataException>(() => ModelFile.Of("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146"u8.ToArray()));
        Assert.Throws<InvalidDataException>(() => ModelFile.Of(whole[..^1]));
        Assert.Throws<InvalidDataException>(() => ModelFile.Of([.. whole, 0]));
        // The sizes of words, vector and buckets stand from byte 40 on.
        for (var size = 40; size < 52; size++)
        {
            var wrong = (byte[])whole.Clone();
            wrong[size] ^= 0x81;
            Assert.Throws<InvalidDataException>(() => ModelFile.Of(wrong));
        }
    }

    [Fact]
    public void The_shipped_model_is_whole_and_small()
    {
        var bytes = File.ReadAllBytes(Shipped);
        Assert.True(ModelFile.IsWhole(bytes));
        Assert.InRange(bytes.Length, 1, 12_000_000);
        bytes[^1] ^= 1;
        Assert.False(ModelFile.IsWhole(bytes));
    }

    [Fact]
    public void The_card_beside_it_is_of_this_model() =>
        Assert.Contains($"`{Embedder.Load(Shipped).Rev}`", File.ReadAllText(Path.ChangeExtension(Shipped, ".md")), StringComparison.Ordinal);
}

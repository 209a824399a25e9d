using TabletopAgent.Text;

namespace TabletopAgent.Tests.Text;

public sealed class BlobsTests
{
    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) write(writer);
        return stream.ToArray();
    }

    private static void Torn(Func<object> read) => Assert.True(Record.Exception(read) is InvalidDataException or EndOfStreamException);

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var bytes = Written(to =>
        {
            Blobs.Write(to, new[] { 1.5f, -0f, float.MaxValue });
            Blobs.Write(to, Array.Empty<int>());
            Blobs.Write(to, ["", "ΔS", "😀"]);
            Blobs.Write(to, (string?)null);
            Blobs.Write(to, "x");
        });
        var from = Reader(bytes);
        Assert.Equal([1.5f, -0f, float.MaxValue], Blobs.Floats(from));
        Assert.Empty(Blobs.Ints(from));
        Assert.Equal(["", "ΔS", "😀"], Blobs.Strings(from));
        Assert.Null(Blobs.Text(from));
        Assert.Equal("x", Blobs.Text(from));
    }

    [Fact]
    public void Bytes_are_little_endian() => Assert.Equal([2, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0], Written(to => Blobs.Write(to, new[] { 1, 256 })));

    [Theory]
    [InlineData(new byte[] { 255, 255, 255, 127 })] // two thousand million of them
    [InlineData(new byte[] { 255, 255, 255, 255 })] // minus one
    [InlineData(new byte[] { 9, 0, 0, 0, 1 })]
    public void A_length_that_cannot_be_is_torn_and_reserves_nothing(byte[] bytes)
    {
        Torn(() => Blobs.Ints(Reader(bytes)));
        Torn(() => Blobs.Strings(Reader(bytes)));
    }

    [Fact]
    public void A_file_cut_anywhere_never_reads_as_whole()
    {
        var bytes = Written(to => Blobs.Write(to, new[] { 1, 2, 3 }));
        for (var n = 0; n < bytes.Length; n++) Torn(() => Blobs.Ints(Reader(bytes[..n])));
    }
}

namespace TabletopAgent.Batch;

/// <summary>Stops a packed file that grows beyond all reason: a bomb of a few kilobytes may unpack to petabytes.</summary>
/// <param name="packed">How many packed bytes were read so far.</param>
internal sealed class Fused(Stream unpacked, Func<long> packed, string name) : Stream
{
    /// <summary>Logs of repeated samples pack to a thirtieth; a two-hundredth is no log.</summary>
    public const int MostTimes = 200;

    private const long Harmless = 64 * 1024 * 1024;

    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="RefusedException">It expands beyond all reason.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        _read += read;
        if (_read > Harmless && _read > MostTimes * Math.Max(1, packed())) throw new RefusedException(Notes.Expands(new Place(name), MostTimes));
        return read;
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        unpacked.Dispose();
        base.Dispose(disposing);
    }
}

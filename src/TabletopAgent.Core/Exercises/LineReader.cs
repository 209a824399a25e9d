namespace TabletopAgent.Exercises;

/// <summary>Reads lines as bytes without ever holding more than one, and never one longer than its cap: a log may be a stream without an end.</summary>
internal sealed class LineReader(Stream stream, int cap = LineReader.Cap)
{
    public const int Cap = 16 * 1024 * 1024;
    private const int Most = 64 * 1024;

    // One byte more than a small file has, so that its end is seen without another buffer; never cleared, for it is written before it is read.
    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(stream.CanSeek ? (int)Math.Min(Most, stream.Length - stream.Position + 1) : Most);
    private int _at;
    private int _end;

    /// <summary>1-based number of the line last read.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line last read ends in the stream, with its break.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the line last read was longer than the cap; what was read of it is its beginning.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether the line last read was ended by a line break.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether that break was CR LF or CR, as other programs write it.</summary>
    public bool Returned { get; private set; }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_at, _end - _at);

    /// <param name="line">The next line without its break (LF, CRLF or a lone CR); good until the next call.</param>
    /// <returns>False at the end.</returns>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        byte[]? beginning = null;
        int stop, looked = 0;
        while ((stop = Unread[looked..].IndexOfAny((byte)'\n', (byte)'\r')) < 0)
        {
            looked = Unread.Length;
            if (looked > cap)
            {
                beginning ??= Unread[..cap].ToArray();
                Pass(looked);
                looked = 0;
            }

            if (!Fill()) break;
        }

        var (length, end) = stop < 0 ? (Unread.Length, 0) : (looked + stop, 1);
        Ended = stop >= 0;
        Returned = Ended && Unread[length] == '\r';
        if (Returned && (length + 1 < Unread.Length || Fill()) && Unread[length + 1] == '\n') end = 2;
        TooLong = beginning is not null || length > cap;
        line = beginning ?? Unread[..Math.Min(length, cap)];
        if (length + end == 0 && beginning is null) return false;
        Pass(length + end);
        Number++;
        return true;
    }

    private void Pass(int bytes)
    {
        _at += bytes;
        Offset += bytes;
    }

    private bool Fill()
    {
        Unread.CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _end);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}

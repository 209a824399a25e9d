namespace TabletopAgent.Intake;

/// <summary>A pipe that ends where nothing comes any more: an event log has no cap, and its writer may have gone to sleep.</summary>
/// <param name="notes">Takes that it went silent.</param>
internal sealed class PatientStream(Stream inner, string name, List<Note> notes, TimeSpan? silence = null, TimeProvider? time = null) : Stream
{
    private bool _silent;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_silent) return 0;
        // A buffer of its own: a read that is left may still write to it.
        var own = new byte[buffer.Length];
        var wait = silence ?? TextInput.Silence;
        try
        {
            var read = Task.Run(() => inner.Read(own)).WaitAsync(wait, time ?? TimeProvider.System).GetAwaiter().GetResult();
            own.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
        catch (TimeoutException)
        {
            _silent = true;
            notes.Add(Notes.WentSilent(new Place(name), wait.TotalSeconds));
            return 0;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // Closing would wait for the read that was left.
        if (disposing && !_silent) inner.Dispose();
        base.Dispose(disposing);
    }
}

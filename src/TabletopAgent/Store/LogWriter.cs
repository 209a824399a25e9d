using System.Threading.Channels;
using Microsoft.Win32.SafeHandles;
using TabletopAgent.Exercises;

namespace TabletopAgent.Store;

/// <summary>
/// The one writer of a log. An event that it acknowledged is on the disk: whole, once, and behind all that it acknowledged before.
/// Whoever appends while the disk is busy waits together with the others for one flush.
/// </summary>
internal sealed class LogWriter : IAsyncDisposable
{
    /// <summary>What one flush may carry; those behind wait for the next.</summary>
    private const int MostBytes = 1024 * 1024;

    private readonly Channel<Entry> _queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly SafeFileHandle _log;
    private readonly LogLock _lock;
    private readonly string _name;
    private readonly Action<Note>? _say;
    private readonly Task _pump;
    private Tail _tail;

    private LogWriter(SafeFileHandle log, LogLock @lock, string name, Tail tail, Action<Note>? say)
    {
        (_log, _lock, _name, _tail, _say) = (log, @lock, name, tail, say);
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>The number of the last event acknowledged; 0 before the first.</summary>
    public long Seq => Volatile.Read(ref _tail).Seq;

    /// <summary>The hash of the last line acknowledged.</summary>
    public string Root => Volatile.Read(ref _tail).Root;

    /// <summary>Opens a log or makes a new one, mends what a crash left torn, and reads what it holds.</summary>
    /// <param name="say">Takes what is odd about events that are appended, such as a clock that stepped back.</param>
    public static OpenedLog Open(string file, TimeProvider time, Action<Note>? say = null)
    {
        var name = Path.GetFileName(file);
        var place = new Place(name);
        LogLock? taken = null;
        SafeFileHandle? log = null;
        try
        {
            var folder = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!).FullName;
            taken = LogLock.Take(file, time, out var holder);
            if (taken is null)
            {
                var (read, said) = TornLog.Read(file, name);
                return new OpenedLog(null, read, [Notes.HeldBy(place, holder), .. said]);
            }

            log = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            Disk.FlushFolder(folder);
            var notes = new List<Note>();
            var (events, tail) = TornLog.Mend(log, file, name, notes);
            if (tail is null) return new OpenedLog(null, events, notes);
            var writer = new LogWriter(log, taken, name, tail, say);
            (log, taken) = (null, null);
            return new OpenedLog(writer, events, notes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new OpenedLog(null, [], [Notes.CannotWrite(place, e.Message.TrimEnd('.'))]);
        }
        finally
        {
            log?.Dispose();
            taken?.Dispose();
        }
    }

    /// <returns>The event as it stands in the log, once it is on the disk.</returns>
    /// <exception cref="IOException">It could not be written, as on a full disk: it is not in the log, all before it is, and it may be appended again.</exception>
    public async Task<Event> AppendAsync(Event e) => (await AppendAsync([e]).ConfigureAwait(false))[0];

    /// <summary>Appends events that belong together: nothing comes between them, and all are acknowledged or none.</summary>
    public async Task<IReadOnlyList<Event>> AppendAsync(IReadOnlyList<Event> events)
    {
        if (events.Count == 0) return [];
        var entry = new Entry(events, [.. events.Select(EventWriter.Line)], new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queue.Writer.WriteAsync(entry).ConfigureAwait(false);
        var written = await entry.Done.Task.ConfigureAwait(false);
        if (_say is not null)
            foreach (var note in entry.Notes) _say(note);
        return written;
    }

    /// <summary>Writes what was appended before, then lets the log go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete()) return;
        await _pump.ConfigureAwait(false);
        _log.Dispose();
        _lock.Dispose();
    }

    private async Task PumpAsync()
    {
        var batch = new List<Entry>();
        using var bytes = new MemoryStream();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var tail = _tail;
            while (bytes.Length < MostBytes && _queue.Reader.TryRead(out var entry))
            {
                tail = entry.Link(tail, _name, bytes);
                batch.Add(entry);
            }

            var failure = Commit(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), tail);
            foreach (var entry in batch) entry.Answer(failure);
            batch.Clear();
            bytes.SetLength(0);
            // Those who were answered get the chance to append again before the next flush, which then carries all of them.
            await Task.Yield();
        }
    }

    /// <returns>Null where the bytes are on the disk; else why not, and the log is as it was before.</returns>
    private IOException? Commit(ReadOnlySpan<byte> bytes, Tail tail)
    {
        try
        {
            CutBack();
            RandomAccess.Write(_log, bytes, _tail.Length);
            RandomAccess.FlushToDisk(_log);
            Volatile.Write(ref _tail, tail with { Length = _tail.Length + bytes.Length });
            return null;
        }
        catch (Exception e)
        {
            // Disks fail in many ways (a file over its limit is an ArgumentException), and whoever waits must hear of each.
            var failure = new IOException($"not written to {_name}: {e.Message.TrimEnd('.')}. All before it is safe; make room, then enter it again.", e);
            try
            {
                CutBack();
            }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException)
            {
                // The next append tries again, before it writes.
            }

            return failure;
        }
    }

    /// <summary>A write that failed half way leaves some of its bytes; they go before anything else comes.</summary>
    private void CutBack()
    {
        if (RandomAccess.GetLength(_log) != _tail.Length) RandomAccess.SetLength(_log, _tail.Length);
    }

    /// <summary>Events that somebody waits for.</summary>
    private sealed record Entry(IReadOnlyList<Event> Events, IReadOnlyList<byte[]> Lines, TaskCompletionSource<IReadOnlyList<Event>> Done)
    {
        private readonly List<Event> _written = new(Events.Count);

        public List<Note> Notes { get; } = [];

        public Tail Link(Tail tail, string file, Stream to)
        {
            for (var i = 0; i < Events.Count; i++)
            {
                var e = Events[i] with { Seq = tail.Seq + 1, Prev = tail.Root, Place = new Place(file, tail.Lines + 1) };
                _written.Add(e);
                // The time is kept as it was given: a clock that was put right, or an entry made late.
                if (e.At < tail.At) Notes.Add(TabletopAgent.Notes.SteppedBack(e.Place, tail.At.Value - e.At.Value));
                var line = EventWriter.Linked(Lines[i], tail.Seq + 1, tail.Root);
                to.Write(line);
                to.WriteByte((byte)'\n');
                tail = tail with { Seq = tail.Seq + 1, Root = Chain.Hash(line), Lines = tail.Lines + 1, At = e.At ?? tail.At };
            }

            return tail;
        }

        public void Answer(IOException? failure)
        {
            if (failure is null) Done.SetResult(_written);
            else Done.SetException(failure);
        }
    }
}

using System.Threading.Channels;
using TabletopAgent.Exercises;
using TabletopAgent.Play;

namespace TabletopAgent.Live;

/// <summary>
/// Several people at one table: all lines and all ticks of the clock pass through one queue, so that every entry has its place and its
/// number, whoever was quicker. A line is answered once what came of it is in the log.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int Waiting = 4096;

    private readonly Channel<Said> _queue = Channel.CreateBounded<Said>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly Table _table;
    private readonly TimeProvider _time;
    private readonly Action<string> _trouble;
    private readonly ITimer _timer;
    private readonly Task _pump;
    private int _ticking;
    private string? _told;

    /// <param name="every">How often the clock is looked at.</param>
    /// <param name="trouble">Takes what kept an inject or a reminder from being entered; it is tried again with the next tick.</param>
    public Stage(Table table, TimeProvider time, TimeSpan every, Action<string> trouble)
    {
        (_table, _time, _trouble) = (table, time, trouble);
        _pump = Task.Run(PumpAsync);
        _timer = time.CreateTimer(_ => Tick(), null, every, every);
    }

    /// <exception cref="IOException">What came of the line could not be written; it may be said again.</exception>
    public async Task<SessionReply> SayAsync(string speaker, string line)
    {
        var reply = new TaskCompletionSource<SessionReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync(new Said(speaker, line, reply)).ConfigureAwait(false);
        return await reply.Task.ConfigureAwait(false);
    }

    /// <summary>Answers what was said before, then stops the clock.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _pump.ConfigureAwait(false);
    }

    /// <summary>One tick waits at most: behind a slow disk they would only pile up.</summary>
    private void Tick()
    {
        if (Interlocked.Exchange(ref _ticking, 1) == 0 && !_queue.Writer.TryWrite(new Said("", "", null))) Volatile.Write(ref _ticking, 0);
    }

    private async Task PumpAsync()
    {
        await foreach (var said in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                if (said.Reply is null)
                {
                    Volatile.Write(ref _ticking, 0);
                    await _table.TickAsync(_time.GetUtcNow()).ConfigureAwait(false);
                }
                else said.Reply.SetResult(await _table.SayAsync(said.Speaker, said.Line, _time.GetUtcNow()).ConfigureAwait(false));
            }
            catch (Exception e)
            {
                if (said.Reply is not null) said.Reply.TrySetException(e);
                else if (e.Message != _told) _trouble(_told = e.Message);
            }
        }
    }

    /// <param name="Reply">Null for a tick of the clock.</param>
    private sealed record Said(string Speaker, string Line, TaskCompletionSource<SessionReply>? Reply);
}

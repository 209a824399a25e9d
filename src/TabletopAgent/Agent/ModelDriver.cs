using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Polly;

namespace TabletopAgent.Agent;

/// <summary>Asks the model, shows what it says block by block once that was checked, and lets the code answer where the model does not.</summary>
internal sealed class ModelDriver(Sitting sitting, ModelSettings settings, Gate gate, Briefing briefing, ModelLine line, IDriver code, TimeProvider clock) : IDriver
{
    private readonly ResiliencePipeline _rest = line.Rest();
    private readonly List<Usage> _usage = [];

    /// <summary>What each turn took, oldest first.</summary>
    public IReadOnlyList<Usage> Usage => _usage;

    public async IAsyncEnumerable<Passage> AnswerAsync(Turn turn, [EnumeratorCancellation] CancellationToken stop)
    {
        var ready = Channel.CreateUnbounded<Passage>(new UnboundedChannelOptions { SingleReader = true });
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var asking = AskAsync(turn, ready.Writer, left.Token);
        try
        {
            await foreach (var passage in ready.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false)) yield return passage;
        }
        finally
        {
            // Whoever stops reading half-way also stops the asking.
            await left.CancelAsync().ConfigureAwait(false);
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (await asking.ConfigureAwait(false) is not { } ill) yield break;
        yield return new Passage(PassageKind.Aside, ill.Text);
        await foreach (var passage in code.AnswerAsync(turn, stop).ConfigureAwait(false)) yield return passage;
    }

    /// <returns>Why the model did not answer; null where it did.</returns>
    private async Task<Note?> AskAsync(Turn turn, ChannelWriter<Passage> ready, CancellationToken stop)
    {
        var usage = new Usage();
        _usage.Add(usage);
        var began = clock.GetTimestamp();
        using var meter = new Meter(settings, line.Handler());
        try
        {
            await _rest.ExecuteAsync(async token => await StreamAsync(turn, ready, usage, meter, began, token).ConfigureAwait(false), stop).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return usage.Ill = Illness.Of(e, settings, meter);
        }
        finally
        {
            (usage.Whole, usage.Requests) = (clock.GetElapsedTime(began), meter.Requests);
            usage.Guess(meter.TokensSent, 0);
            ready.Complete();
        }
    }

    private async Task StreamAsync(Turn turn, ChannelWriter<Passage> ready, Usage usage, Meter meter, long began, CancellationToken stop)
    {
        var half = (int)(settings.ContextTokens / 2);
        using var watch = new Watch(settings, clock, stop);
        var kernel = line.Kernel(meter, sitting, turn, p => ready.TryWrite(p), new Auditor(gate, turn, usage, half - (int)settings.ReplyTokens, watch.Heard));
        var (blocks, checker, shown) = (new Blocks(), new ReplyCheck(sitting, turn), false);
        await new Listener(settings, clock).HearAsync(kernel, briefing.Messages(sitting, turn, half), ModelLine.Asking, meter, usage, began, watch, piece =>
        {
            foreach (var block in blocks.Add(piece)) Show(block);
            return shown;
        }, stop).ConfigureAwait(false);
        Show(blocks.Rest());

        void Show(string block)
        {
            if (block.Length > 0 && checker.Next(gate.Reveal(block)) is { Length: > 0 } checkedText)
            {
                ready.TryWrite(new Passage(PassageKind.Answer, checkedText));
                shown = true;
                watch.Heard();
            }
        }
    }
}

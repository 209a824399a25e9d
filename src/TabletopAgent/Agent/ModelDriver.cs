using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using ChatTokenUsage = OpenAI.Chat.ChatTokenUsage;
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
        var history = new ChatHistory();
        foreach (var message in briefing.Messages(sitting, turn, half)) history.Add(new ChatMessageContent(new AuthorRole(message.Role), message.Text));

        var (blocks, length, finish) = (new Blocks(), 0, (string?)null);
        var checker = new ReplyCheck(sitting, turn);
        var shown = false;
        try
        {
            await foreach (var chunk in kernel.GetRequiredService<IChatCompletionService>()
                .GetStreamingChatMessageContentsAsync(history, ModelLine.Asking, kernel, watch.Token).ConfigureAwait(false))
            {
                usage.FirstToken ??= clock.GetElapsedTime(began);
                if (chunk.Metadata?.GetValueOrDefault("FinishReason") is { } reason) finish = reason.ToString();
                if (chunk.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage count) usage.Count(count.InputTokenCount, count.OutputTokenCount);
                if (string.IsNullOrEmpty(chunk.Content)) continue;
                // A model that drips letters is silent to the one who waits: until something was shown, only that counts.
                if (shown) watch.Heard();
                else watch.Trickles = true;
                if (chunk.Content.Contains('\uFFFD', StringComparison.Ordinal)) throw new ModelIllException(Notes.ModelGarbled());
                if ((length += chunk.Content.Length) > Tokens.Characters(settings.ReplyTokens)) throw new ModelIllException(Notes.ModelTooLong((int)settings.ReplyTokens));
                usage.Guess(meter.TokensSent, Tokens.OfBytes(length));
                foreach (var block in blocks.Add(chunk.Content)) Show(block);
            }
        }
        catch (OperationCanceledException e) when (watch.Verdict is { } why && !stop.IsCancellationRequested)
        {
            throw new ModelIllException(meter.Status is { } refused && (int)refused >= 400 ? Illness.Of((int)refused, settings, meter) : why, e);
        }

        if (Judge(finish, length) is { } ill) throw new ModelIllException(ill);
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

    /// <summary>Whether the stream ended as one that is whole.</summary>
    private Note? Judge(string? finish, int length) => finish switch
    {
        "Stop" or "stop" => length > 0 ? null : Notes.ModelEmpty(),
        "Length" or "length" => Notes.ModelTooLong((int)settings.ReplyTokens),
        "ContentFilter" or "content_filter" => Notes.ModelEmpty(),
        _ => Notes.ModelBrokeOff(),
    };
}

using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using ChatTokenUsage = OpenAI.Chat.ChatTokenUsage;

namespace TabletopAgent.Agent;

/// <summary>Hears one answer out, piece by piece. One that is silent, too long, garbled or broken off is ill; it is never taken for a shorter one.</summary>
internal sealed class Listener(ModelSettings settings, TimeProvider clock)
{
    /// <param name="piece">Takes what came; returns whether anybody has something of the answer by now.</param>
    /// <exception cref="ModelIllException">The answer cannot be used, or not all of it.</exception>
    public async Task HearAsync(
        Kernel kernel, IEnumerable<Message> messages, OpenAIPromptExecutionSettings asking, Meter meter, Usage usage, long began, Watch watch,
        Func<string, bool> piece, CancellationToken stop)
    {
        var (history, length, finish) = (new ChatHistory(), 0, (string?)null);
        foreach (var message in messages) history.Add(new ChatMessageContent(new AuthorRole(message.Role), message.Text));
        var shown = false;
        try
        {
            await foreach (var chunk in kernel.GetRequiredService<IChatCompletionService>().GetStreamingChatMessageContentsAsync(history, asking, kernel, watch.Token).ConfigureAwait(false))
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
                shown = piece(chunk.Content);
            }
        }
        catch (OperationCanceledException e) when (watch.Verdict is { } why && !stop.IsCancellationRequested)
        {
            throw new ModelIllException(meter.Status is { } refused && (int)refused >= 400 ? Illness.Of((int)refused, settings, meter) : why, e);
        }

        if (Judge(finish, length) is { } ill) throw new ModelIllException(ill);
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

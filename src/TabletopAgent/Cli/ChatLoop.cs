using System.Text;
using TabletopAgent.Agent;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Reads lines and shows answers until the last line. Ctrl-C ends an answer; where none is under way, the program.</summary>
/// <param name="tick">What the exercise's clock has brought.</param>
internal sealed class ChatLoop(
    Terminal terminal, Sitting sitting, Conversation conversation, Seat seat, string format, Func<IReadOnlyList<string>?> usage, Func<Task<IReadOnlyList<Passage>>> tick, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Desk.Keyboard _keyboard = new(terminal.Out, () => $"{seat.Name}> ", TalkDriver.Commands);
    private readonly SemaphoreSlim _turn = new(1);
    private CancellationTokenSource? _answering;
    private bool _answered;
    private string? _told;

    private bool Plain => format == "text";

    /// <param name="model">Its name; null: the code answers.</param>
    public void Greet(string? model)
    {
        if (!Plain) return;
        var speaker = sitting.Speaker(seat.Name);
        var log = sitting.ReadOnly ? "this log is only read" : speaker.Roles.Count == 0 ? $"{seat.Name} has no role in this log and only reads; --as NAME says who speaks" : $"{speaker}";
        terminal.Line(terminal.Ink.Faint(Untrusted.OneLine($"{log}; {sitting.Events.Count} events; {(model is null ? "no model: the code answers" : $"model {model}")}")));
    }

    public void Dispose()
    {
        _answering?.Dispose();
        _turn.Dispose();
    }

    public async Task RunAsync()
    {
        Console.CancelKeyPress += Stop;
        using var over = new CancellationTokenSource();
        var ticking = TickAsync(over.Token);
        try
        {
            using var input = terminal.In is { } piped ? new StreamReader(piped(), Encoding.UTF8) : null;
            while (await NextAsync(input).ConfigureAwait(false) is { } words)
            {
                if (words is "/quit" or "/exit") break;
                if (words.Length > 0) await TakeAsync(words).ConfigureAwait(false);
            }
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
            await over.CancelAsync().ConfigureAwait(false);
            await ticking.ConfigureAwait(false);
        }

        if (!Plain && !_answered) terminal.Line(StatusJson.Of(sitting.Report));
    }

    /// <summary>Injects and reminders come while nobody types; an answer that is under way is not interrupted.</summary>
    private async Task TickAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(Second, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over).ConfigureAwait(false))
                if (await _turn.WaitAsync(0, over).ConfigureAwait(false)) await LookAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
        }
    }

    private async Task LookAsync()
    {
        try
        {
            var came = await tick().ConfigureAwait(false);
            // A disk that stays full is said once, not every second.
            var news = came.Where(p => p.Kind == PassageKind.Written || p.Text != _told).ToList();
            _told = came.LastOrDefault(p => p.Kind != PassageKind.Written)?.Text;
            if (Plain && news.Count > 0) _keyboard.Above(() => Show(news));
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Show(IReadOnlyList<Passage> passages)
    {
        var flow = new Flow(terminal.Out);
        foreach (var passage in passages) Show(passage, flow);
        terminal.Out.Flush();
    }

    private async Task<string?> NextAsync(StreamReader? input)
    {
        await terminal.Out.FlushAsync().ConfigureAwait(false);
        if (input is not null) return (await input.ReadLineAsync().ConfigureAwait(false))?.Trim();
        if (!Console.IsOutputRedirected)
        {
            var line = _keyboard.ReadLine()?.Trim();
            // While an answer comes, Ctrl-C ends that.
            Console.TreatControlCAsInput = false;
            return line;
        }

        return Console.In.ReadLine()?.Trim();
    }

    private async Task TakeAsync(string words)
    {
        switch (words)
        {
            case "/usage": Usage(); break;
            default: await AnswerAsync(words).ConfigureAwait(false); break;
        }
    }

    private async Task AnswerAsync(string words)
    {
        var flow = new Flow(terminal.Out);
        using var answering = _answering = new CancellationTokenSource();
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await foreach (var passage in conversation.SayAsync(seat.Name, words, answering.Token).ConfigureAwait(false))
            {
                if (Plain) Show(passage, flow);
                await terminal.Out.FlushAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            if (Plain) flow.Write(flow.Open ? "\n(stopped)" : "(stopped)");
        }
        finally
        {
            _answering = null;
            _turn.Release();
        }

        if (flow.Open) flow.Break();
        _answered = true;
        if (!Plain) terminal.Line(StatusJson.Of(sitting.Report));
    }

    private void Show(Passage passage, Flow flow)
    {
        if (passage.Kind == PassageKind.Answer)
        {
            flow.Write(passage.Text);
            return;
        }

        if (flow.Open) flow.Break();
        // What everybody waits for must not be overlooked.
        var ink = terminal.Ink;
        var loud = passage.Kind == PassageKind.Written && passage.Text.Contains("INJECT: ", StringComparison.Ordinal);
        terminal.Out.Write(loud ? ink.Bold + ink.Yellow : "");
        Column.Write(terminal.Out, passage.Kind == PassageKind.Written ? "+ " : "! ", passage.Text, 2);
        terminal.Out.Write(loud ? ink.Reset : "");
    }

    private void Usage()
    {
        if (usage() is not { } turns) terminal.Line("no model is asked here: no tokens, no cost");
        else if (turns.Count == 0) terminal.Line("nothing was asked yet");
        else
            foreach (var (i, turn) in turns.Index()) terminal.Line($"{i + 1}. {turn}");
    }

    private void Stop(object? sender, ConsoleCancelEventArgs pressed)
    {
        if (_answering is not { } answering) return;
        pressed.Cancel = true;
        answering.Cancel();
    }
}

using System.Globalization;
using TabletopAgent.Live;
using TabletopAgent.Play;
using TabletopAgent.Talk;

namespace TabletopAgent.Cli.Desk;

/// <summary>An exercise played by people at one keyboard, in real time or faster.</summary>
internal sealed class Sitting(Table table, Dialogue dialogue, Printer printer, Terminal terminal, Wanted wanted, TimeProvider real)
{
    /// <summary>How often the clock is looked at: four times a second of the exercise, though at no speed more often than the system keeps up with.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250), Shortest = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Read by the prompt while the queue writes: a glimpse, not a fact.
    private string _speaker = wanted.Host;

    /// <returns>Whether the exercise has ended; not where somebody only left.</returns>
    public async Task<bool> PlayAsync()
    {
        var time = new StageClock(real, wanted.Speed, table.State.Events[^1].At);
        await GoOnAsync(time.GetUtcNow()).ConfigureAwait(false);
        var keyboard = new Keyboard(terminal.Out, () => Prompt(time.GetUtcNow()), Dialogue.Commands);
        printer.Around = keyboard.Above;
        await using var stage = new Stage(table, time, Shortest * wanted.Speed > Look ? Shortest * wanted.Speed : Look, message => printer.Answer(message));
        using var clock = real.CreateTimer(_ => keyboard.Refresh(), null, Second, Second);
        while (keyboard.ReadLine() is { } typed)
        {
            if (typed.Trim().Length == 0) continue;
            var speech = Speech.Of(typed, _speaker, table.State.Roster);
            var left = false;
            foreach (var wish in dialogue.Of(speech.Speaker, speech.Line)) left |= !await CarryOutAsync(stage, speech.Speaker, wish).ConfigureAwait(false);
            if (left) break;
        }

        return table.State.Clock.End is not null;
    }

    /// <returns>Whether to go on: not where somebody leaves.</returns>
    private async Task<bool> CarryOutAsync(Stage stage, string speaker, Wish wish)
    {
        printer.Answer(wish.Text);
        foreach (var command in wish.Commands)
        {
            if (Command.Parse(command) is { Name: "leave" }) return false;
            if (command == "/help") printer.Answer(dialogue.Spoken);
            if (Command.Parse(command) is { Name: "as" } named) _speaker = named.Text.Length > 0 ? named.Text : wanted.Host;
            else if (!await SayAsync(stage, speaker, command).ConfigureAwait(false)) return true;
        }

        return true;
    }

    /// <returns>Whether it was taken.</returns>
    private async Task<bool> SayAsync(Stage stage, string speaker, string line)
    {
        try
        {
            var reply = await stage.SayAsync(speaker, line).ConfigureAwait(false);
            if (reply.Wrong is { } wrong) printer.Wrong(wrong);
            else printer.Answer(reply.Text);
            return reply.Wrong is null;
        }
        catch (IOException e)
        {
            printer.Answer(e.Message);
            return false;
        }
    }

    /// <summary>The time since the log ended was not played: it counts as a pause.</summary>
    private async Task GoOnAsync(DateTimeOffset now)
    {
        if (!table.State.Clock.Running) return;
        var last = table.State.Events[^1].At ?? now;
        await table.EnterAsync([Session.Make("clock", last, ("state", "pause")), Session.Make("clock", now, ("state", "resume"))]).ConfigureAwait(false);
    }

    private string Prompt(DateTimeOffset now) => table.State.Clock.Played(now) is { } played
        ? string.Create(CultureInfo.InvariantCulture, $"[{(int)played.TotalMinutes}:{played.Seconds:00}{(table.State.Clock.Paused ? " paused" : "")}] {_speaker}> ")
        : $"{_speaker}> ";
}

using System.Globalization;
using TabletopAgent.Live;
using TabletopAgent.Play;

namespace TabletopAgent.Cli.Desk;

/// <summary>An exercise played by people at one keyboard, in real time or faster.</summary>
internal sealed class Sitting(Table table, Printer printer, Terminal terminal, Wanted wanted, TimeProvider real)
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
        var keyboard = new Keyboard(terminal.Out, () => Prompt(time.GetUtcNow()), [.. CommandForm.All.Select(c => c.Name)]);
        printer.Around = keyboard.Above;
        await using var stage = new Stage(table, time, Shortest * wanted.Speed > Look ? Shortest * wanted.Speed : Look, message => printer.Answer(message));
        using var clock = real.CreateTimer(_ => keyboard.Refresh(), null, Second, Second);
        while (keyboard.ReadLine() is { } typed)
        {
            if (typed.Trim().Length == 0) continue;
            var speech = Speech.Of(typed, _speaker, table.State.Roster);
            if (Command.Parse(speech.Line) is { Name: "leave" }) break;
            if (Command.Parse(speech.Line) is { Name: "as" } named) _speaker = named.Text.Length > 0 ? named.Text : wanted.Host;
            else await SayAsync(stage, speech).ConfigureAwait(false);
        }

        return table.State.Clock.End is not null;
    }

    private async Task SayAsync(Stage stage, Speech speech)
    {
        try
        {
            var reply = await stage.SayAsync(speech.Speaker, speech.Line).ConfigureAwait(false);
            if (reply.Wrong is { } wrong) printer.Wrong(wrong);
            else printer.Answer(reply.Text);
        }
        catch (IOException e)
        {
            printer.Answer(e.Message);
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

using TabletopAgent.Play;
using TabletopAgent.Talk;

namespace TabletopAgent.Live;

/// <summary>Plays a script at once, in simulated time: the clock jumps from second to second, and everything falls due when it would.</summary>
internal sealed class Rehearsal
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Table _table;
    private readonly Dialogue _dialogue;
    private readonly string _host;
    private readonly Action<ScriptLine, string, SessionReply> _answer;
    private DateTimeOffset _now;
    private string _speaker;

    /// <param name="host">Who speaks where a line names nobody; holds the clock.</param>
    /// <param name="answer">Takes the answer to each line.</param>
    public Rehearsal(Table table, Dialogue dialogue, string host, DateTimeOffset opened, Action<ScriptLine, string, SessionReply> answer) =>
        (_table, _dialogue, _host, _now, _speaker, _answer) = (table, dialogue, host, opened, host, answer);

    /// <returns>Whether it was played to its end; not where the script leaves.</returns>
    public async Task<bool> PlayAsync(IReadOnlyList<ScriptLine> lines)
    {
        var played = _table.State.Clock.Start is { } start ? _now - start : (TimeSpan?)null;
        foreach (var line in lines)
        {
            // What a log that goes on has seen already is not said twice.
            var seen = played is { } before && (line.At ?? TimeSpan.Zero) <= before;
            if (line.At is { } at && !seen) await ToAsync(at).ConfigureAwait(false);
            var speech = Speech.Of(line.Line, _speaker, _table.State.Roster);
            if (Command.Parse(speech.Line) is { Name: "as" } named) _speaker = named.Text.Length > 0 ? named.Text : _host;
            else if (seen || line.Line.Length == 0) continue;
            else if (Command.Parse(speech.Line) is { Name: "leave" }) return false;
            else await SayAsync(line, speech).ConfigureAwait(false);
        }

        if (_table.State.Clock.End is not null) return true;
        await StartAsync().ConfigureAwait(false);
        while (_table.State.Clock.Paused is false && _table.State.Clock.Minute(_now) < _table.State.End) await StepAsync(Second).ConfigureAwait(false);
        await _table.SayAsync(Facilitator, "/end", _now).ConfigureAwait(false);
        return true;
    }

    private async Task SayAsync(ScriptLine line, Speech speech)
    {
        foreach (var wish in _dialogue.Of(speech.Speaker, speech.Line))
        {
            if (wish.Text.Length > 0) _answer(line, speech.Speaker, SessionReply.Say(wish.Text));
            foreach (var command in wish.Commands)
            {
                if (Command.Parse(command) is { Name: "as" } named)
                {
                    _speaker = named.Text;
                    continue;
                }

                var reply = await _table.SayAsync(speech.Speaker, command, _now).ConfigureAwait(false);
                _answer(line, speech.Speaker, reply);
                // What follows rests on it.
                if (reply.Wrong is not null) break;
            }
        }
    }

    /// <summary>The clock is the facilitator's, whoever that is by now.</summary>
    private string Facilitator => _table.State.Roster.Holder(Plan.Facilitator) ?? _host;

    private async Task ToAsync(TimeSpan at)
    {
        await StartAsync().ConfigureAwait(false);
        var instant = _table.State.Clock.Start!.Value + at;
        while (_now < instant) await StepAsync(instant - _now < Second ? instant - _now : Second).ConfigureAwait(false);
    }

    private async Task StepAsync(TimeSpan step)
    {
        _now += step;
        await _table.TickAsync(_now).ConfigureAwait(false);
    }

    private async Task StartAsync()
    {
        if (_table.State.Clock.Start is null) await _table.SayAsync(Facilitator, "/start", _now).ConfigureAwait(false);
    }
}

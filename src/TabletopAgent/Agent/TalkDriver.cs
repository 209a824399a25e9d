using System.Runtime.CompilerServices;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Play;
using TabletopAgent.Talk;
using TalkCommand = TabletopAgent.Play.Command;

namespace TabletopAgent.Agent;

/// <summary>Who sits at the keyboard; /as changes it.</summary>
internal sealed class Seat(string name)
{
    public string Name { get; set; } = name;
}

/// <summary>
/// The conversation without a model: /commands and plain words, over the report and the session of the exercise. Nothing is written but what a
/// person asked to be written, and what the clock of a running exercise brings.
/// </summary>
/// <param name="session">Asked for at the first turn: scenarios and templates need reading.</param>
internal sealed class TalkDriver(Sitting sitting, Lazy<Session> session, Lazy<Phrases> phrases, Seat seat, TimeProvider clock) : IDriver
{
    private readonly Dialogue _dialogue = new(phrases);
    private int _taken;

    /// <summary>The <c>vectors</c> events that some events need before them, where an outside embedder hears texts; null: none.</summary>
    public Func<IReadOnlyList<Event>, List<Note>, Task<IReadOnlyList<Event>>>? Vectors { get; init; }

    /// <summary>What a keyboard may complete.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. Dialogue.Commands, "usage", "quit"];

    /// <summary>The time since the log ended was not played: it counts as a pause.</summary>
    public async Task GoOnAsync()
    {
        if (sitting.ReadOnly || !sitting.Events.Any(e => e.Type == "clock")) return;
        Accept();
        if (!session.Value.State.Clock.Running || sitting.Events[^1].At is not { } last) return;
        await sitting.AppendAsync(Session.Make("clock", last, ("state", "pause"))).ConfigureAwait(false);
        await sitting.AppendAsync(Session.Make("clock", Now, ("state", "resume"))).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<Passage> AnswerAsync(Turn turn, [EnumeratorCancellation] CancellationToken stop)
    {
        seat.Name = turn.Speaker.Name;
        foreach (var wish in _dialogue.Of(turn.Speaker.Name, turn.Words))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var passage in await AnswerAsync(wish).ConfigureAwait(false)) yield return passage;
        }

        foreach (var passage in await TickAsync().ConfigureAwait(false)) yield return passage;
    }

    /// <summary>What the clock of a running exercise has brought since it was last asked. Not while an answer is on its way.</summary>
    public async Task<IReadOnlyList<Passage>> TickAsync()
    {
        if (sitting.ReadOnly || !sitting.Events.Any(e => e.Type == "clock")) return [];
        Accept();
        return await EnterAsync(session.Value.Due(Now)).ConfigureAwait(false);
    }

    private async Task<List<Passage>> AnswerAsync(Wish wish)
    {
        var passages = new List<Passage>();
        if (wish.Text.Length > 0) passages.Add(Say(wish.Text));
        foreach (var command in wish.Commands)
        {
            var (said, wrong) = await CarryOutAsync(command).ConfigureAwait(false);
            passages.AddRange(said);
            // The second rests on the first.
            if (wrong) break;
        }

        if (wish.Intent == "symptom" && passages.Exists(p => p.Kind == PassageKind.Written)) passages.Add(Say("Logged as symptom. \"what is failing\" tells what it makes of it."));
        return passages;
    }

    private async Task<(IReadOnlyList<Passage> Said, bool Wrong)> CarryOutAsync(string line)
    {
        if (TalkCommand.Parse(line) is not { } command) return ([Say("A command begins with a slash and a name, such as /status.")], true);
        if (command.Name == "as" && command.Text.Length > 0)
        {
            seat.Name = command.Text;
            return ([Say($"Speaking as {sitting.Speaker(seat.Name)}.")], false);
        }

        if (command is { Name: "help", Text: "" }) return ([Say(Help())], false);
        if (Answers.Of(command, new Known(sitting.Report, sitting.Events, sitting.Knowledge, sitting.Suppose)) is { } answer) return ([Say(answer)], false);

        Accept();
        var reply = session.Value.Handle(seat.Name, line, Now);
        if (reply.Wrong is { } wrong) return ([Say(wrong.Text)], true);
        if (reply.Events.Count > 0 && sitting.ReadOnly) return ([Say("This log is only read here, for another process writes it: nothing was logged.")], true);
        var said = await EnterAsync(reply.Events).ConfigureAwait(false);
        if (reply.Text.Length > 0) said.Add(Say(reply.Text));
        return (said, false);
    }

    private async Task<List<Passage>> EnterAsync(IReadOnlyList<Event> events)
    {
        var said = new List<Passage>();
        try
        {
            var notes = new List<Note>();
            var vectors = Vectors is null ? [] : await Vectors(events, notes).ConfigureAwait(false);
            said.AddRange(notes.Select(n => new Passage(PassageKind.Aside, n.Text)));
            foreach (var e in vectors.Concat(events))
            {
                var kept = await sitting.AppendAsync(e).ConfigureAwait(false);
                if (Announcement.Of(kept) is { } told) said.Add(new Passage(PassageKind.Written, $"#{kept.Seq} {told}"));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            said.Add(new Passage(PassageKind.Aside, Notes.LogUnwritable(e.Message).Text));
        }

        return said;
    }

    /// <summary>Tells the session what came into the log since. An entry of a brief has no number yet; it gets the one it will have.</summary>
    private void Accept()
    {
        for (; _taken < sitting.Events.Count; _taken++)
        {
            var e = sitting.Events[_taken];
            session.Value.Accept(e.Seq is null ? e with { Seq = _taken + 1 } : e);
        }
    }

    private DateTimeOffset Now => sitting.Events.Count > 0 && sitting.Events[^1].At is { } last && last > clock.GetUtcNow() ? last : clock.GetUtcNow();

    private string Help()
    {
        Accept();
        return $"{_dialogue.Spoken}\n{session.Value.Handle(seat.Name, "/help", Now).Text}\n/as NAME speaks as somebody; /usage counts the model's tokens; /quit ends.";
    }

    private static Passage Say(string text) => new(PassageKind.Answer, text + "\n");
}

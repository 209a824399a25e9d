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
    private readonly Lazy<Interpreter> _talk = new(() => new Interpreter(phrases.Value));
    private IReadOnlyList<string> _asked = [];
    private int _taken;

    /// <summary>The <c>vectors</c> events that some events need before them, where an outside embedder hears texts; null: none.</summary>
    public Func<IReadOnlyList<Event>, List<Note>, Task<IReadOnlyList<Event>>>? Vectors { get; init; }

    /// <summary>What a keyboard may complete.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. CommandForm.All.Select(c => c.Name).Concat(Answers.Names).Append("usage").Append("quit").Distinct().Order(StringComparer.Ordinal)];

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
        IReadOnlyList<Meaning> meanings = turn.Words.StartsWith('/') ? [Meaning.Sure("", turn.Words)] : _talk.Value.Of(turn.Words);
        foreach (var meaning in meanings)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var passage in await AnswerAsync(meaning, turn.Words).ConfigureAwait(false)) yield return passage;
        }

        foreach (var passage in await EnterAsync(Due()).ConfigureAwait(false)) yield return passage;
    }

    private async Task<List<Passage>> AnswerAsync(Meaning meaning, string words)
    {
        if (meaning.Grasp == Grasp.Lost)
        {
            _asked = [$"/note {words.Replace("|", @"\|", StringComparison.Ordinal)}"];
            return [Say($"I do not understand that. Nearest: {string.Join(", ", meaning.Near.Select(i => i.Does))}. \"yes\" keeps your words as a note; \"help\" lists the rest.")];
        }

        if (meaning.Grasp == Grasp.Unsure)
        {
            _asked = meaning.Commands;
            return [Say($"Shall I log that? \"yes\" writes {string.Join(", then ", meaning.Commands)}")];
        }

        var (commands, passages) = (meaning.Commands, new List<Passage>());
        if (commands is ["/yes"] or ["/no"])
        {
            if (_asked.Count == 0) return [Say(commands[0] == "/yes" ? "Nothing waits for a yes. To log a decision: \"decision: fail over to green\"." : "Nothing waits for an answer.")];
            if (commands[0] == "/no")
            {
                _asked = [];
                return [Say("Nothing was logged.")];
            }

            commands = _asked;
        }

        _asked = [];
        foreach (var command in commands)
        {
            var (said, wrong) = await CarryOutAsync(command).ConfigureAwait(false);
            passages.AddRange(said);
            // The second rests on the first.
            if (wrong) break;
        }

        if (meaning.Intent == "symptom" && passages.Exists(p => p.Kind == PassageKind.Written)) passages.Add(Say("Logged as symptom. \"what is failing\" tells what it makes of it."));
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

    private IReadOnlyList<Event> Due()
    {
        if (sitting.ReadOnly) return [];
        Accept();
        return session.Value.Due(Now);
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
        var forms = session.Value.Handle(seat.Name, "/help", Now).Text;
        return $"In plain words: {string.Join(", ", phrases.Value.Intents.Where(i => i.Does.Length > 0 && i.Id is not ("yes" or "no" or "hello" or "thanks" or "help")).Select(i => i.Does))}.\nWhatever you see (\"checkout returns 500 in region A\") is logged as a symptom.\n\nOr by command:\n{forms}\n/as NAME speaks as somebody; /usage counts the model's tokens; /quit ends.";
    }

    private static Passage Say(string text) => new(PassageKind.Answer, text + "\n");
}

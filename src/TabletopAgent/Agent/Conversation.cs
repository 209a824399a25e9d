using System.Runtime.CompilerServices;
using System.Text;
using TabletopAgent.Play;

namespace TabletopAgent.Agent;

/// <summary>People and a driver taking turns over one exercise. What is said is in the log before it is answered.</summary>
/// <param name="commands">Answers lines that begin with a slash; null: the driver does.</param>
internal sealed class Conversation(Sitting sitting, IDriver driver, IDriver? commands = null)
{
    /// <summary>Who answers, as the log names it.</summary>
    public const string Name = "tabletop";

    private readonly List<Exchange> _before = [];

    /// <param name="stop">Ends this answer, not the conversation.</param>
    public async IAsyncEnumerable<Passage> SayAsync(string name, string words, [EnumeratorCancellation] CancellationToken stop)
    {
        var speaker = sitting.Speaker(name);
        var seq = sitting.Events.Count;
        var keeps = !sitting.ReadOnly && speaker.Roles.Count > 0;
        if (keeps && await KeepAsync(speaker.Name, speaker.Roles[0], words).ConfigureAwait(false) is { } unkept) yield return new Passage(PassageKind.Aside, unkept.Text);

        var answer = new StringBuilder();
        var turn = new Turn(speaker, words, [.. _before]);
        try
        {
            await foreach (var passage in (commands is not null && words.StartsWith('/') ? commands : driver).AnswerAsync(turn, stop).ConfigureAwait(false))
            {
                if (passage.Kind == PassageKind.Answer) answer.Append(passage.Text);
                yield return passage;
            }
        }
        finally
        {
            // Also what was stopped half-way was seen by somebody.
            _before.Add(new Exchange(speaker, words, answer.ToString().Trim(), turn.Results, seq));
            if (keeps && answer.Length > 0) await KeepAsync(Name, null, answer.ToString().Trim()).ConfigureAwait(false);
        }
    }

    /// <summary>A full disk must not keep people from their answer; they hear of it once, before it.</summary>
    private async Task<Note?> KeepAsync(string by, string? role, string words)
    {
        try
        {
            await sitting.AppendAsync("note", by, role, ("text", words), ("kind", Announcement.Talk)).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Notes.LogUnwritable(e.Message);
        }
    }
}

using System.Text;
using TabletopAgent.Agent.Grounding;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Agent.Retro;

/// <summary>Holds a note against the grade it is about, as a conversation's answers are, and cuts it to length.</summary>
internal sealed class NoteCheck(KnowledgeBase knowledge, Targets targets)
{
    private const int MostSentences = 5;

    /// <param name="head">The events that name things.</param>
    /// <returns>One paragraph, with the code's own sentence wherever something was struck, and how many were.</returns>
    public (string Text, int Struck) Of(string reply, Report report, IReadOnlyList<Event> head)
    {
        var checker = new GroundedReply(GroundingSources.Of(report, targets, head, knowledge, [], []));
        var (text, struck, blocks) = (new StringBuilder(), 0, new Blocks());
        var sentences = blocks.Add(reply).ToList();
        foreach (var sentence in sentences.Append(blocks.Rest()).Where(s => !string.IsNullOrWhiteSpace(s)).Take(MostSentences))
        {
            var seen = checker.Next(sentence);
            text.Append(seen.Text).Append(' ');
            struck += seen.Struck.Count;
        }

        return (string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), struck);
    }
}

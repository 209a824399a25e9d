using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Text;

namespace TabletopAgent.Diagnose;

/// <summary>The facts that would decide an undecidable report, from verdicts/need-data.md.</summary>
internal static class Asking
{
    private const int Most = 4;

    /// <returns>What to ask, most fitting first; never empty while the knowledge has anything to ask.</returns>
    public static IReadOnlyList<string> For(Exercise exercise, KnowledgeBase knowledge)
    {
        var words = exercise.Said.SelectMany(s => Terms.Of(s.Text)).ToHashSet(StringComparer.Ordinal);
        var fitting = knowledge.Asks.Select((a, i) => (Ask: a, i, Shared: Terms.Of(a.About).Count(words.Contains))).OrderByDescending(a => a.Shared).ThenBy(a => a.i).ToList();
        if (fitting.Count == 0) return ["What is seen, since when, and on which service?"];
        var best = fitting.TakeWhile((a, n) => n == 0 || a.Shared > 0 && a.Shared == fitting[0].Shared).SelectMany(a => a.Ask.Facts.Split(';'));
        return [.. best.Select(f => f.Trim()).Where(f => f.Length > 0).Distinct().Take(Most)];
    }
}

using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Diagnose;

/// <summary>One text judged in short, for grading many: pages best first as upstream paths, layers most certain first, verdict.</summary>
internal sealed record Prediction(IReadOnlyList<string> RankedPages, IReadOnlyList<string> Layers, string Verdict)
{
    private const int Most = 20;
    private const double Thinkable = -0.8;

    public static Prediction Of(string text, Place place, KnowledgeBase knowledge, Targets targets)
    {
        var exercise = Exercise.Fold([Event.Of("symptom", place, ("text", text))]);
        var facts = CaseFacts.Of(exercise, ProbeBoard.Of([], targets), [], targets);
        var diagnosis = Diagnoser.Of(exercise, facts, knowledge);
        var pages = PageRanking.Of(exercise, diagnosis, knowledge).Select(r => r.Page);
        // A page of ours expands to the pages it stands for, unless those are searched themselves and have a place of their own.
        var paths = pages.SelectMany(p => p.Ours ? p.Upstream.Where(u => knowledge.Find(u[..^3]) is null) : p.Upstream).Distinct(StringComparer.Ordinal);
        return new Prediction([.. paths.Take(Most)], Named(diagnosis), diagnosis.Verdict);
    }

    /// <summary>
    /// The suspects; where there is one, the other layer of the best reading as two faults follows, for a grader looks at the first two.
    /// A report names a second layer only when it is believed.
    /// </summary>
    private static IReadOnlyList<string> Named(Diagnosis diagnosis)
    {
        if (diagnosis.Suspects.Count != 1 || diagnosis.Listening?.Two is not { Surety: > Thinkable } two) return [.. diagnosis.Suspects.Select(s => s.Layer)];
        var first = diagnosis.Suspects[0].Layer;
        return [first, two.FirstLayer == first ? two.SecondLayer : two.FirstLayer];
    }
}

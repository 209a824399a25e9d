using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>
/// What an exercise comes to, before anything is put into words: a report and a grade both rest on it. A grade asks for little of it, so
/// what to do about a diagnosis is worked out when somebody asks.
/// </summary>
/// <param name="prescription">Its own copy is kept where several judgements share it.</param>
/// <param name="earlier">What could have come earlier.</param>
/// <param name="notes">What reading and measuring had to say.</param>
internal sealed class Judgement(
    Exercise exercise, Outcome outcome, Diagnosis diagnosis, Lazy<Prescription> prescription, IReadOnlyList<Counterfactual> earlier, KnowledgeBase knowledge,
    IReadOnlyList<Note> notes)
{
    private IReadOnlyList<string>? _ask;

    public Exercise Exercise => exercise;
    public Outcome Outcome => outcome;
    public Diagnosis Diagnosis => diagnosis;
    public KnowledgeBase Knowledge => knowledge;
    public IReadOnlyList<Counterfactual> Earlier => earlier;
    public Prescription Prescription => prescription.Value;

    public IReadOnlyDictionary<string, Dimension> Dimensions { get; } = Scorecard.Of(outcome);

    public string Overall => Scorecard.Overall(Dimensions);

    public string? Layer => diagnosis.Layer;

    public string? SecondLayer => diagnosis.Suspects.Count > 1 ? diagnosis.Suspects[1].Layer : null;

    /// <summary>For need_data: the facts that would decide.</summary>
    public IReadOnlyList<string> Ask => _ask ??= diagnosis.Verdict == "need_data" ? Asking.For(exercise, knowledge) : [];

    public IEnumerable<Finding> Findings => [.. DocumentReport.Findings(exercise.Head), .. outcome.Findings, .. earlier.Select(Counterfactuals.Finding)];

    /// <summary>What is wrong with the knowledge comes first.</summary>
    public IEnumerable<Note> Notes => knowledge.Notes.Where(n => n.Severity == Severity.Error).Concat(notes);
}

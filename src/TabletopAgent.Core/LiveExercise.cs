using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Score;

namespace TabletopAgent;

/// <summary>
/// An exercise as it happens: events come one at a time, in any order, and after each the report can be had. What an event does not touch
/// is not worked out again, so a status costs about the same whether ten events came before it or ten thousand.
/// </summary>
/// <param name="load">Asked once, after measuring: knowledge may still be on its way.</param>
/// <param name="reports">False where only judgements will be asked for: no hash of the events is kept then.</param>
internal sealed class LiveExercise(Func<KnowledgeBase> load, Targets targets, bool reports = true)
{
    private readonly InputsHash? _hash = reports ? new() : null;
    private readonly Corrections _corrections = new();
    private readonly Tally _tally = new(targets);
    private readonly CaseEvents _case = new(targets);
    private readonly References _references = ReferenceDesk.Of(load);
    private (int Version, ProbeBoard Board, Targets Bars, Judged Judged)? _judged;
    private (int Stamp, IReadOnlyList<Counterfactual> Earlier)? _earlier;

    public void Add(Event e)
    {
        _hash?.Add(e);
        e = _corrections.Apply(e);
        _tally.Add(e);
        if (e.Type != "correction")
        {
            _case.Add(e, load);
            return;
        }

        if (_corrections.Add(e) is not { } line) return;
        _tally.Correct(line, _corrections);
        _case.Correct(line, _corrections);
    }

    /// <param name="notes">What reading the events had to say.</param>
    public Report Report(IReadOnlyList<Note> notes) => Report(Judgement(notes));

    public Report Report(Judgement judgement) => ReportBuilder.Of(judgement, _hash!.Value);

    /// <summary>All that a report is made of; enough for a grade.</summary>
    /// <param name="notes">What reading the events had to say.</param>
    public Judgement Judgement(IReadOnlyList<Note> notes)
    {
        var outcome = _tally.Outcome(_references);
        var knowledge = load();
        var judged = Judge(outcome, knowledge);
        var stamp = Counterfactuals.Stamp(outcome);
        if (_earlier?.Stamp != stamp) _earlier = (stamp, Counterfactuals.Of(outcome));
        return new Judgement(
            judged.Exercise, outcome, judged.Diagnosis, judged.Prescription, _earlier.Value.Earlier, knowledge, [.. notes, .. outcome.Notes, .. _corrections.Notes, .. judged.Notes]);
    }

    /// <summary>What was sampled of each service, for pictures, and the bars in force.</summary>
    public (IReadOnlyList<ServiceTrace> Traces, Targets Bars) Traces()
    {
        var outcome = _tally.Outcome(_references);
        return (_tally.Traces(outcome), outcome.Bars);
    }

    /// <summary>Worked out again only where what a diagnosis rests on has changed.</summary>
    private Judged Judge(Outcome outcome, KnowledgeBase knowledge)
    {
        _case.Settle(knowledge);
        if (_judged is { } known && known.Version == _case.Version && ReferenceEquals(known.Board, outcome.Probes) && known.Bars == outcome.Bars) return known.Judged;
        var exercise = Exercise.Of(_case.Telling(knowledge), "");
        var notes = new List<Note>();
        var indexes = MeasuredFacts.Indexes(exercise.Events, notes);
        var diagnosis = Diagnoser.Of(exercise, CaseFacts.Of(exercise, outcome.Probes, indexes, outcome.Bars), knowledge);
        var prescription = new Lazy<Prescription>(() => Prescriber.Of(diagnosis, PageRanking.Of(exercise, diagnosis, knowledge), knowledge), isThreadSafe: false);
        var judged = new Judged(exercise, diagnosis, prescription, notes);
        _judged = (_case.Version, outcome.Probes, outcome.Bars, judged);
        return judged;
    }

    private sealed record Judged(Exercise Exercise, Diagnosis Diagnosis, Lazy<Prescription> Prescription, IReadOnlyList<Note> Notes);
}

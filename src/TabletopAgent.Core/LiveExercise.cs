using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Score;

namespace TabletopAgent;

/// <summary>An exercise as it happens: events come one at a time, in any order, and after each the report can be had.</summary>
/// <param name="load">Asked once, after measuring: knowledge may still be on its way.</param>
internal sealed class LiveExercise(Func<KnowledgeBase> load, Targets targets)
{
    private readonly List<Event> _events = [];
    private readonly Tally _tally = new(targets);

    public void Add(Event e)
    {
        _events.Add(e);
        _tally.Add(e);
    }

    /// <param name="notes">What reading the events had to say.</param>
    public Report Report(IReadOnlyList<Note> notes)
    {
        var exercise = Exercise.Fold(_events);
        var outcome = _tally.Outcome();
        var said = new List<Note>(notes);
        said.AddRange(outcome.Notes);
        var indexes = MeasuredFacts.Indexes(exercise.Events, said);
        var facts = CaseFacts.Of(exercise, outcome.Probes, indexes, outcome.Bars);

        var knowledge = load();
        var diagnosis = Diagnoser.Of(exercise, facts, knowledge);
        var ranked = PageRanking.Of(exercise, diagnosis, knowledge);
        var prescription = Prescriber.Of(diagnosis, ranked, knowledge);
        return ReportBuilder.Of(exercise, outcome, diagnosis, prescription, knowledge, said);
    }
}

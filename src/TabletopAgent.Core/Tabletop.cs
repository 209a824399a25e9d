using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Score;

namespace TabletopAgent;

/// <summary>The one idea: everything anyone sees is a pure function of events, knowledge and targets.</summary>
internal static class Tabletop
{
    /// <param name="log">Events in any order; a brief, a log and a live exercise all end up here.</param>
    /// <param name="notes">What reading them had to say.</param>
    public static Report Run(IReadOnlyList<Event> log, IReadOnlyList<Note> notes, KnowledgeBase knowledge, Targets targets) =>
        Run(log, notes, () => knowledge, targets);

    /// <param name="load">Asked once, after measuring: knowledge may still be on its way.</param>
    public static Report Run(IReadOnlyList<Event> log, IReadOnlyList<Note> notes, Func<KnowledgeBase> load, Targets targets)
    {
        var said = new List<Note>(notes);
        var exercise = Exercise.Fold(log, said);

        var board = ProbeBoard.Of(exercise.Events, targets);
        said.AddRange(board.Notes);
        var indexes = MeasuredFacts.Indexes(exercise.Events, said);
        var facts = CaseFacts.Of(exercise, board, indexes, targets);

        var knowledge = load();
        var diagnosis = Diagnoser.Of(exercise, facts, knowledge);
        var ranked = PageRanking.Of(exercise, diagnosis, knowledge);
        var prescription = Prescriber.Of(diagnosis, ranked, knowledge);

        var dimensions = Scorecard.Of(board, exercise.Head?.Text("tier"), targets);
        return ReportBuilder.Of(exercise, board, diagnosis, prescription, dimensions, knowledge, said);
    }
}

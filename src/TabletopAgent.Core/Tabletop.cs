using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

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
        var exercise = new LiveExercise(load, targets);
        foreach (var e in log) exercise.Add(e);
        return exercise.Report(notes);
    }
}

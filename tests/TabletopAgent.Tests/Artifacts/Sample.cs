using TabletopAgent.Artifacts;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Artifacts;

/// <summary>What artifacts are made of, of a log that is measured by the program itself.</summary>
internal static class Sample
{
    /// <summary>The exercise that passes, as it lies under cases.</summary>
    public static IReadOnlyList<Event> Evening { get; } = Shipped.Log(File.ReadAllText(Repository.Path("tests", "TabletopAgent.Tests", "cases", "exercise-passes", "log.jsonl")));

    public static Material Of(IReadOnlyList<Event> log)
    {
        var exercise = new LiveExercise(() => Shipped.Knowledge, Targets.Default);
        foreach (var e in log) exercise.Add(e);
        var report = exercise.Report([]);
        var (traces, bars) = exercise.Traces();
        return new Material(Material.Corrected(log), report, Board.Of(ProbeBoard.Of(log, bars), bars, []), traces, bars, Play.Evening.Shelf, null);
    }

    public static Material Of(params string[] lines) => Of(Shipped.Log(string.Join('\n', lines).Replace('\'', '"')));

    public static string Markdown(Document document)
    {
        var to = new StringWriter();
        DocumentMarkdown.Write(document, to);
        return to.ToString();
    }
}

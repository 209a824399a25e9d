using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Diagnose;

/// <summary>The knowledge of this checkout, loaded once for all tests, without a cache.</summary>
internal static class Shipped
{
    /// <summary>Pages are those of the checkout; what the build learned from them lies beside the tests.</summary>
    private static readonly Lazy<KnowledgeBase> Loaded = new(() =>
        KnowledgeBuilder.Build(KnowledgeFiles.Read(Repository.Path("knowledge"), [], []) with { Home = Path.Combine(AppContext.BaseDirectory, "knowledge") }, null, []));

    public static KnowledgeBase Knowledge => Loaded.Value;

    public static Event Event(string json, int line = 1) => EventReader.Read(json, new Place("log.jsonl", line), []) ?? throw new ArgumentException(json);

    /// <summary>A log, one event a line.</summary>
    public static List<Event> Log(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((l, i) => Event(l, i + 1))];

    public static Event Symptom(string text) => TabletopAgent.Exercises.Event.Of("symptom", new Place("brief.txt", 1), ("text", text));

    public static CaseFacts Facts(params IEnumerable<Event> log)
    {
        var exercise = Exercise.Fold([.. log]);
        return CaseFacts.Of(exercise, ProbeBoard.Of(exercise.Events, Targets.Default), MeasuredFacts.Indexes(exercise.Events, []), Targets.Default);
    }

    public static Diagnosis Diagnose(params IEnumerable<Event> log)
    {
        var events = log.ToList();
        return Diagnoser.Of(Exercise.Fold(events), Facts(events), Knowledge);
    }

    public static Report Run(params IEnumerable<Event> log) => Tabletop.Run([.. log], [], Knowledge, Targets.Default);

    /// <summary>Every inject of the knowledge, by its file name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Cards { get; } =
        [.. Directory.GetFiles(Repository.Path("knowledge", "cards"), "*.md").Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), File.ReadAllText(f).Split("---\n", 3)[2].Trim()))];
}

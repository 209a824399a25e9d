using System.Globalization;
using BenchmarkDotNet.Attributes;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Benchmarks;

/// <summary>The arithmetic of a gold set: each probe with six runs, vectors of 384 numbers, five pieces retrieved a run.</summary>
[MemoryDiagnoser]
public class MeasureBenchmarks
{
    private const int Dimension = 384, Pieces = 5;

    private List<Event> _events = [];
    private List<Probe> _probes = [];

    [Params(50, 200)]
    public int Probes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(7);
        _events = [.. Enumerable.Range(1, Probes).Select(i => EventReader.Read(Line(i, random), new Place("probes.jsonl", i), [])!)];
        _probes = [.. _events.Select(e => ProbeReader.Read(e, []))];
    }

    [Benchmark]
    public double? DeltaS() => DeltaSBatch.Of(_probes, Targets.Default).Median;

    [Benchmark]
    public double? Coverage() => CoverageBatch.Of(_probes, Targets.Default).Median;

    [Benchmark]
    public double? Lambda() => LambdaBatch.Of(_probes, Targets.Default).ConvergentRate;

    /// <summary>All of it, from events: vectors read, judged, compared.</summary>
    [Benchmark]
    public int Board() => ProbeBoard.Of(_events, Targets.Default).Rows.Count;

    private static string Line(int id, Random random)
    {
        var question = Vector(random);
        var runs = Enumerable.Range(0, 6).Select(r => $$"""
            {"paraphrase":{{r / 2 + 1}},"seed":{{r % 2 + 1}},"question_vec":{{Text(question)}},"retrieved_vec":{{Text(Near(question, random))}},"answer_vec":{{Text(Near(question, random))}},
             "citations":["d#pay.1"],"retrieved":[{{string.Join(',', Enumerable.Range(0, Pieces).Select(p => $$"""{"doc":"d","section":"pay.{{p}}","text":"paid leave begins after the probation of {{p}} months and ends with the year"}"""))}}]}
            """);
        return $$"""
            {"type":"probe","phase":"post","probe_id":"p-{{id:000}}","expected_section":"pay","embed_model":"m","expected":{"text":"paid leave begins after the probation of three months"},"runs":[{{string.Join(',', runs)}}]}
            """.ReplaceLineEndings(" ");
    }

    private static double[] Vector(Random random) => [.. Enumerable.Range(0, Dimension).Select(_ => random.NextDouble() - 0.5)];

    private static double[] Near(double[] vector, Random random) => [.. vector.Select(x => x + 0.4 * (random.NextDouble() - 0.5))];

    private static string Text(double[] vector) => $"[{string.Join(',', vector.Select(x => x.ToString("0.####", CultureInfo.InvariantCulture)))}]";
}

using BenchmarkDotNet.Attributes;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Benchmarks;

/// <summary>What one case costs once the knowledge is loaded, and its two dearest parts.</summary>
[MemoryDiagnoser]
public class DiagnoseBenchmarks
{
    private readonly KnowledgeBase _knowledge = Setting.Load([]);
    private int _next;

    private string Text => Setting.Cards[_next++ % Setting.Cards.Count];

    [Benchmark]
    public double Hear() => _knowledge.Ear.Hear(Text).Layers[0];

    [Benchmark]
    public double Search() => _knowledge.Search.Score(Text)[0];

    [Benchmark]
    public string Run() => Tabletop.Run(Setting.Log(Text), [], _knowledge, Targets.Default).Status.NextFix;
}

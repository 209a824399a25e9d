using BenchmarkDotNet.Attributes;
using TabletopAgent.Embedding;

namespace TabletopAgent.Benchmarks;

/// <summary>The built-in embedder: loading its file, and short sentences on one core and on all.</summary>
[MemoryDiagnoser]
public class EmbedderBenchmarks
{
    private readonly string _file = Path.Combine(AppContext.BaseDirectory, "embedding", "builtin.model");
    private readonly Embedder _embedder = Embedder.Shared;
    private readonly float[] _into = new float[Embedder.Shared.Dim];
    private readonly string[] _sentences = [.. EmbeddingScores.Sentences(1000)];

    [Benchmark]
    public int Load() => Embedder.Load(_file).Dim;

    [Benchmark(OperationsPerInvoke = 1000)]
    public float Sentence()
    {
        foreach (var sentence in _sentences) _embedder.Embed(sentence, _into);
        return _into[0];
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public void SentenceOnAllCores() => EmbeddingScores.OnAllCores(_embedder, _sentences);
}

using BenchmarkDotNet.Running;
using TabletopAgent.Benchmarks;

// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- percentiles [FOLDER …] prints p50 and p99 of one diagnosis.
// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- embedding prints how good and how fast the built-in embedder is.
if (args is ["percentiles", ..]) Percentiles.Print(args[1..]);
else if (args is ["embedding"]) EmbeddingScores.Print();
else BenchmarkSwitcher.FromAssembly(typeof(LoadBenchmarks).Assembly).Run(args);

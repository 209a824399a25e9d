using BenchmarkDotNet.Running;
using TabletopAgent.Benchmarks;

// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- live LOG prints what a status after each event costs, and a whole fold.
// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- percentiles [FOLDER …] prints p50 and p99 of one diagnosis.
// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- embedding prints how good and how fast the built-in embedder is.
// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- search prints how well pages are found by words, and by words and meaning.
if (args is ["log", "append", var folder]) await AppendSpeed.RunAsync(folder);
else if (args is ["log", ..]) LogSpeed.Run(args[1..]);
else if (args is ["live", var log]) LiveTimes.Print(log);
else if (args is ["percentiles", ..]) Percentiles.Print(args[1..]);
else if (args is ["embedding"]) EmbeddingScores.Print();
else if (args is ["search"]) SearchScores.Print();
else BenchmarkSwitcher.FromAssembly(typeof(LoadBenchmarks).Assembly).Run(args);

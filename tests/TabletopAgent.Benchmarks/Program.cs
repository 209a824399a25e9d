using BenchmarkDotNet.Running;
using TabletopAgent.Benchmarks;

// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/TabletopAgent.Benchmarks -- percentiles [FOLDER …] prints p50 and p99 of one diagnosis.
if (args is ["log", ..]) LogSpeed.Run(args[1..]);
else if (args is ["percentiles", ..]) Percentiles.Print(args[1..]);
else BenchmarkSwitcher.FromAssembly(typeof(LoadBenchmarks).Assembly).Run(args);

using BenchmarkDotNet.Attributes;

namespace TabletopAgent.Benchmarks;

/// <summary>From files to knowledge: everything learned anew, and from the cached index.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private readonly string[] _folders = [];
    private string _cache = "";

    [GlobalSetup]
    public void Setup()
    {
        _cache = Directory.CreateTempSubdirectory("tabletop-bench-").FullName;
        Setting.Load([], _cache);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_cache, true);

    [Benchmark]
    public int Cold() => Setting.Load(_folders, null).Pages.Count;

    [Benchmark]
    public int Cached() => Setting.Load(_folders, _cache).Pages.Count;
}

using BenchmarkDotNet.Attributes;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Benchmarks;

/// <summary>From files to knowledge: built anew with what the build learned beside it, from the cached index, and the learning itself.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private string _home = "", _cache = "";
    private string[] _folders = [];

    /// <summary>ours, or upstream's 514 pages where they are.</summary>
    [ParamsSource(nameof(Libraries))]
    public string Library { get; set; } = "ours";

    public static IEnumerable<string> Libraries => Setting.Upstream is null ? ["ours"] : ["ours", "upstream"];

    [GlobalSetup]
    public void Setup()
    {
        _home = Directory.CreateTempSubdirectory("tabletop-bench-").FullName;
        _cache = Path.Combine(_home, "cache");
        foreach (var file in Directory.EnumerateFiles(Setting.Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_home, Path.GetRelativePath(Setting.Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _folders = Library == "ours" ? [] : [Setting.Upstream!];
        KnowledgeBase.Learn(_home);
        KnowledgeBase.Load(_home, _folders, _cache);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_home, true);

    [Benchmark]
    public int Cold() => KnowledgeBase.Load(_home, _folders, null).Pages.Count;

    [Benchmark]
    public int Cached() => KnowledgeBase.Load(_home, _folders, _cache).Pages.Count;
}

/// <summary>What the build does once, so that no start has to.</summary>
[MemoryDiagnoser]
public class LearnBenchmarks
{
    private readonly KnowledgeFiles _files = KnowledgeFiles.Read(Setting.Shipped, [], []);

    [Benchmark]
    public object Learn() => KnowledgeBuilder.Teach(_files, []).Learn(Path.GetTempPath(), null);
}

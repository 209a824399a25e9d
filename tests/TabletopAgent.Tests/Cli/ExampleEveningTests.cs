using System.Text.RegularExpressions;

namespace TabletopAgent.Tests.Cli;

/// <summary>The evening under examples/ is what the program makes of its scripts, to the byte. Where a change is meant: examples/evening/make writes it anew.</summary>
public sealed class ExampleEveningTests : IDisposable
{
    private const string Evening = "examples/evening";
    private static readonly string[] Pictures = [".png"];
    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-example-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The first line names the knowledge and the embedder, and each line the one before: these change with every page, the rest does not.</summary>
    [Fact]
    public void Its_log_is_the_script_played()
    {
        var again = Run("run", $"{Evening}/seed-evening.md", "--script", $"{Evening}/script.txt", "--script", $"{Evening}/samples.txt", "--data", _folder, "--id", "evening", "--team", "platform", "--as", "Fay", "--start", "2026-05-04T14:00:00Z");
        Assert.Equal("", again.Error);
        Assert.Equal(Events(Repository.Path(Evening, "log.jsonl")), Events(Path.Combine(_folder, "evening", "log.jsonl")));

        static IEnumerable<string> Events(string log) =>
            File.ReadLines(log).Select(l => Regex.Replace(l, """,?"(prev|knowledge)":"[^"]*"|,?"embedder":\{[^}]*\}""", "", RegexOptions.CultureInvariant));
    }

    /// <summary>Pictures are made of what the text holds, and by a library that draws them a little otherwise in its next version.</summary>
    [Fact]
    public void Its_report_is_written_to_the_byte()
    {
        var again = Run("report", $"{Evening}/log.jsonl", "--out", _folder);
        Assert.Equal(1, again.Code);
        var (kept, written) = (Files(Repository.Path(Evening, "report")), Files(_folder));
        Assert.Equal(kept.Keys, written.Keys);
        Repository.None(written.Where(f => !kept[f.Key].AsSpan().SequenceEqual(f.Value)).Select(f => $"{Evening}/report/{f.Key} is another; where that is meant: {Evening}/make"));

        static SortedDictionary<string, byte[]> Files(string folder) => new(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Pictures.Contains(Path.GetExtension(f)))
                .ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllBytes), StringComparer.Ordinal);
    }

    [Fact]
    public void It_misses_one_bar_and_is_as_it_was_written()
    {
        var report = Run("report", $"{Evening}/log.jsonl", "--format", "status").Out;
        Assert.Contains("\"RTO\":\"32m of 30m (fail)\"", report);
        Assert.Contains("instead of", report);
        Assert.Equal(5, Regex.Count(report, "\"(rpo|semantics|safety|ops|docs)\":\"pass\"", RegexOptions.CultureInvariant));
        Assert.Equal(0, Run("verify", $"{Evening}/log.jsonl").Code);
    }

    /// <summary>From the checkout's root, as people run it: reports name their sources as they were given.</summary>
    private static (int Code, string Out, string Error) Run(params string[] args) => Repository.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "TabletopAgent.dll"), .. args]);
}

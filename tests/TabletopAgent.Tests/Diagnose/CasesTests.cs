using TabletopAgent.Cli;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Diagnose;

/// <summary>Each folder under cases/ is one case: what was handed in, and in expect.md what the report must say. cases/README.md says how to write one.</summary>
public sealed class CasesTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Cases).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static string Cases => Repository.Path("tests", "TabletopAgent.Tests", "cases");

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_report_says_what_the_case_expects(string folder)
    {
        var report = Run(Path.Combine(Cases, folder));
        Repository.None(Expectation.Differences(Path.Combine(Cases, folder, "expect.md"), report).Select(d => $"{folder}: {d}"));
    }

    [Fact]
    public void A_case_that_expects_nothing_is_no_case() =>
        Assert.All(Directory.GetDirectories(Cases), f => Assert.NotEmpty(Expectation.Of(Path.Combine(f, "expect.md"))));

    private static Report Run(string folder)
    {
        string? File(string name) => Path.Combine(folder, name) is var path && System.IO.File.Exists(path) ? path : null;
        var probes = File("probes.csv") ?? File("probes.jsonl") ?? File("probes.json");
        List<string> briefs = [.. new[] { File("brief.md"), File("brief.txt"), File("brief.json") }.OfType<string>()];
        var (events, notes) = Wiring.ReadInputs(new Given([], null, [], probes, File("log.jsonl"), briefs, null));
        return Tabletop.Run(events, notes, Shipped.Knowledge, Targets.Default);
    }
}

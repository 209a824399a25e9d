using System.Diagnostics;
using System.Text.Json.Nodes;
using TabletopAgent.Tests.Cli;

namespace TabletopAgent.Tests.Batch;

/// <summary>Real runs over many logs that are killed or stopped at any instant, and go on.</summary>
public sealed class JournalTests : IDisposable
{
    private const int Logs = 120, Kills = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-journal-").FullName;

    public JournalTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        for (var i = 0; i < Logs; i++)
            File.WriteAllText(Path.Combine(_folder, "in", $"{i:000}.jsonl"), i % 17 == 16 ? "{" : $$"""
                {"type":"exercise","v":1,"id":"drill-{{i}}","title":"Übung “{{i}}” 🚒","team":"payments","tier":"A","at":"2026-05-04T14:00:00Z","services":[{"name":"pay","tier":"A"}]}
                {"type":"symptom","at":"2026-05-04T14:10:00Z","text":"write routes in region A return 500 on {{i}} percent of requests"}
                {"type":"decision","at":"2026-05-04T14:12:00Z","owner":"Ana","text":"fail over to green"}

                """);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private string Out(string run, string name = "") => Path.Combine(_folder, run, name);

    private static Process Start(string folder, string run)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TabletopAgent.dll"), "grade", "in", "--out", run, "--resume"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private async Task<(int Code, string Error)> Finish(string run)
    {
        using var process = Start(_folder, run);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, await error);
    }

    /// <summary>Waits until so many files were graded, or the run is over.</summary>
    private async Task Reached(Process process, string run, int files)
    {
        while (!process.HasExited && Lines(run).Count < files) await Task.Delay(1);
    }

    /// <summary>Whole lines only: what was cut off was not written.</summary>
    private List<string> Lines(string run)
    {
        var journal = Out(run, "journal.jsonl");
        if (!File.Exists(journal)) return [];
        using var file = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file);
        var lines = text.ReadToEnd().Split('\n');
        return [.. lines[..^1]];
    }

    private Dictionary<string, string> All(string run) =>
        Directory.GetFiles(Out(run)).Order(StringComparer.Ordinal).ToDictionary(f => Path.GetFileName(f), File.ReadAllText);

    [Fact]
    public async Task Killed_at_any_instant_it_goes_on_and_ends_with_the_same_bytes()
    {
        Assert.Equal(0, (await Finish("whole")).Code);
        var random = new Random(6);
        List<string> before = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(_folder, "killed");
            await Reached(process, "killed", before.Count + random.Next(Logs / (Kills + 1)));
            process.Kill();
            await process.WaitForExitAsync();
            // What was found out stays as it was: nothing is graded twice, nothing is lost.
            var after = Lines("killed");
            Assert.Equal(before, after.Take(before.Count));
            before = after;
        }

        Assert.InRange(before.Count, 1, Logs);
        Assert.Equal(0, (await Finish("killed")).Code);
        Assert.Equal(All("whole"), All("killed"));
    }

    [Fact]
    public async Task Ctrl_C_says_how_to_go_on()
    {
        if (OperatingSystem.IsWindows()) return;
        await Finish("whole");
        using (var process = Start(_folder, "stopped"))
        {
            await Reached(process, "stopped", 3);
            using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"])) await kill.WaitForExitAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(3, process.ExitCode);
            Assert.Contains("run it again with --resume to go on", error, StringComparison.Ordinal);
        }

        Assert.InRange(Lines("stopped").Count, 3, Logs - 1);
        Assert.Equal(0, (await Finish("stopped")).Code);
        Assert.Equal(All("whole"), All("stopped"));
    }

    /// <summary>A word that only the journal holds shows that its grade was taken from there.</summary>
    [Fact]
    public void What_is_known_is_not_graded_again()
    {
        var folder = Path.Combine(_folder, "in");
        Session.Of("grade", folder, "--out", Out("known"));
        var lines = Lines("known");
        var first = JsonNode.Parse(lines[0])!;
        first["grades"]![0]!["team"] = "only in the journal";
        File.WriteAllText(Out("known", "journal.jsonl"), string.Concat(lines.Select((l, i) => (i == 0 ? first.ToJsonString() : l) + "\n")));
        Session.Of("grade", folder, "--out", Out("known"), "--resume");
        Assert.Contains("only in the journal", File.ReadAllText(Out("known", "grades.csv")), StringComparison.Ordinal);
    }

    /// <summary>The last byte of a line can be the one that was not written any more.</summary>
    [Fact]
    public void A_line_without_its_end_was_not_written()
    {
        var folder = Path.Combine(_folder, "in");
        Session.Of("grade", folder, "--out", Out("torn"));
        var whole = All("torn");
        File.WriteAllText(Out("torn", "journal.jsonl"), string.Join('\n', Lines("torn").Take(9)));
        Session.Of("grade", folder, "--out", Out("torn"), "--resume");
        Assert.Equal(whole, All("torn"));
    }
}

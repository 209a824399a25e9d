using TabletopAgent.Measure;
using TabletopAgent.Tests.Cli;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Play;

/// <summary>Each scenario, played by a scripted team that passes, by one that fails a dimension, and by one that leaves one open. plays/README.md says how to write one.</summary>
public sealed class PlaybookTests : IDisposable
{
    private static readonly HashSet<string> Asked = ["rto", "rpo", "semantics", "safety", "ops", "docs", "overall", "layer", "checks held", "next fix says"];
    private static readonly string[] Ways = ["passes", "fails", "leaves"];
    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-play-").FullName;

    public static TheoryData<string> Plays => [.. Playbook.All];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_scenario_of_the_library_is_played_three_ways()
    {
        var played = Playbook.All.Select(p => (Scenario: Playbook.Scenario(p), Way: p[(Playbook.Scenario(p).Length + 1)..].Split('-')[0])).ToHashSet();
        Assert.Equal(Evening.Shelf.Scenarios.Where(s => s.Id != "seed-evening").SelectMany(s => Ways.Select(w => (s.Id, w))).Order(), played.Order());
    }

    [Theory]
    [MemberData(nameof(Plays))]
    public void It_is_judged_as_expected_and_its_log_gives_the_same_again(string play)
    {
        var script = Playbook.Lay(play, _folder);
        var (first, again) = (Run(play, script, "first"), Run(play, script, "again"));
        Assert.Equal("", first.Error);
        // Nothing in the script was refused.
        Assert.DoesNotContain("script.txt:", first.Out);
        Assert.Equal(Log("first"), Log("again"));
        Assert.Equal(first.Out, again.Out);

        var expect = Path.Combine(Playbook.Folder, play, "expect.md");
        var keys = Expectation.Of(expect).Select(e => e.Key).ToHashSet();
        Assert.Superset(Asked, keys);
        var (events, notes) = TabletopAgent.Cli.Wiring.ReadInputs(new([], null, [], null, Path.Combine(_folder, "first", "log.jsonl"), [], null));
        var report = Tabletop.Run(events, notes, Shipped.Knowledge, Targets.Default);
        Repository.None(Expectation.Differences(expect, report).Select(d => $"{play}: {d}"));
        Assert.Equal(report.Overall == "pass" ? 0 : 1, first.Code);

        var log = Path.Combine(_folder, "first", "log.jsonl");
        File.WriteAllText(Path.Combine(_folder, "first", "report.json"), Session.Of("report", log, "--format", "json").Out);
        var verified = Session.Of("verify", log);
        Assert.Contains("the same bytes as", verified.Out);
        Assert.Equal(0, verified.Code);
    }

    private byte[] Log(string id) => File.ReadAllBytes(Path.Combine(_folder, id, "log.jsonl"));

    /// <summary>Under one id, so that the same play is the same bytes.</summary>
    private Session Run(string play, string script, string id)
    {
        var session = Session.Of("run", Playbook.Scenario(play), "--script", script, "--data", _folder, "--id", "play", "--as", "Fay", "--start", "2026-05-04T14:00:00Z");
        Directory.Move(Path.Combine(_folder, "play"), Path.Combine(_folder, id));
        return session;
    }
}

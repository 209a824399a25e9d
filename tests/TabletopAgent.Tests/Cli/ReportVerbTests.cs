using System.Security.Cryptography;
using System.Text.Json;

namespace TabletopAgent.Tests.Cli;

/// <summary>What people take away from an exercise.</summary>
public sealed class ReportVerbTests : IDisposable
{
    private const string Log = """
        {"type":"exercise","v":1,"id":"drill-7","title":"Region *loss*","tier":"A","at":"2026-05-04T14:00:00Z","services":[{"name":"pay","tier":"A"}],"stores":[{"name":"orders","rpo_minutes":5}]}
        {"type":"symptom","at":"2026-05-04T14:10:00Z","text":"write routes in region A return 500 on 22 percent of requests"}
        {"type":"decision","seq":3,"at":"2026-05-04T14:12:00Z","owner":"Ana","text":"=fail over to green","options":["green","wait"],"runbook":"region-failover"}
        {"type":"change","at":"2026-05-04T14:13:00Z","area":"routing","what":"weights","before":"blue 100","after":"green 80","proof":"logs show 79 percent green"}
        {"type":"writes","at":"2026-05-04T14:40:00Z","store":"orders","acked":1000,"present":960,"replayed":30,"deduped":6,"documented_lost":3}
        {"type":"correction","at":"2026-05-04T14:41:00Z","of":3,"owner":"Ben","why":"Ben took it over"}
        {"type":"action-item","at":"2026-05-04T15:00:00Z","text":"Rehearse the purge","owner":"Cy","due":"2026-06-01"}

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private Session Report(params string[] flags)
    {
        var log = Path.Combine(_folder, "log.jsonl");
        File.WriteAllText(log, Log);
        return Session.Of(["report", log, .. flags]);
    }

    private string Artifact(string name) => File.ReadAllText(Path.Combine(_folder, "out", name));

    private Session Written() => Report("--out", Path.Combine(_folder, "out"));

    [Fact]
    public void It_exits_1_unless_the_exercise_passed() => Assert.Equal(1, Report().Code);

    [Fact]
    public void The_decision_log_has_time_owner_options_and_runbook_as_corrected()
    {
        Written();
        Assert.Contains("2026-05-04 14:12:00,Ben,'=fail over to green,\"green; wait\",,region-failover,event 3\r\n", Artifact("decision-log.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_change_set_has_before_after_and_proof()
    {
        Written();
        Assert.Contains("routing,weights,blue 100,green 80,logs show 79 percent green", Artifact("change-set.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_worksheet_says_what_is_unaccounted_for()
    {
        Written();
        Assert.Contains("orders,1000,960,30,6,3,1,,,fail", Artifact("rpo-worksheet.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_retro_begins_with_what_people_wrote_and_never_pads()
    {
        Written();
        var retro = Artifact("retro.md");
        Assert.Contains("| 1 | Rehearse the purge |", retro, StringComparison.Ordinal);
        Assert.Contains("| Cy | 2026-06-01 |", retro, StringComparison.Ordinal);
        Assert.DoesNotContain("| 6 |", retro, StringComparison.Ordinal);
        Assert.Contains("Region \\*loss\\*", retro, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cache-hit")]
    [InlineData("p95-warm")]
    [InlineData("error-budget")]
    public void Every_picture_is_there_as_svg_and_as_png(string name)
    {
        Written();
        Assert.StartsWith("<svg", Artifact($"{name}.svg"), StringComparison.Ordinal);
        Assert.Equal("PNG"u8.ToArray(), File.ReadAllBytes(Path.Combine(_folder, "out", $"{name}.png"))[1..4]);
    }

    [Fact]
    public void Of_a_log_that_is_not_chained_there_is_no_root_hash()
    {
        Written();
        Assert.Equal(JsonValueKind.Null, JsonElement.Parse(Artifact("manifest.json")).GetProperty("root_hash").ValueKind);
        Assert.Equal(JsonValueKind.Null, JsonElement.Parse(Artifact("scorecard.json")).GetProperty("root_hash").ValueKind);
    }

    [Fact]
    public void The_manifest_has_the_hash_of_every_file_and_the_same_log_gives_the_same_bytes()
    {
        Written();
        var first = Artifact("manifest.json");
        var files = JsonElement.Parse(first).GetProperty("files").EnumerateObject().ToList();
        Assert.Equal(Directory.GetFiles(Path.Combine(_folder, "out")).Length - 1, files.Count);
        Assert.All(files, f => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, "out", f.Name)))), f.Value.GetString()));
        Written();
        Assert.Equal(first, Artifact("manifest.json"));
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName;
        File.Copy(Path.Combine(_folder, "log.jsonl"), Path.Combine(elsewhere, "log.jsonl"));
        Session.Of("report", Path.Combine(elsewhere, "log.jsonl"), "--out", Path.Combine(_folder, "out"));
        Assert.Equal(first, Artifact("manifest.json"));
    }
}

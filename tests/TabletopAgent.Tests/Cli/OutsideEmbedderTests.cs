using System.Text.Json;
using NJsonSchema;
using TabletopAgent.Tests.Embedders;

namespace TabletopAgent.Tests.Cli;

/// <summary>The verbs with an outside embedder: the program as a process of its own, a server behind a real socket, settings from the environment.</summary>
public sealed class OutsideEmbedderTests : IDisposable
{
    // ΔS of "a" and "ab" is 1 − 1/√2 = 0.2929; of "a" and "a" it is 0.
    private const string Probes = """
        {"phase":"post","probe_id":"p-1","question":"a","ΔS_q_r":0.9,"embed_model":"letters","runs":[{"retrieved":[{"text":"ab"}]}]}
        {"phase":"post","probe_id":"p-2","question":"a","runs":[{"retrieved":[{"text":"ab"}]}]}

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-outside-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Put(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>One call. The key is nowhere: not in what it prints, not in what it leaves behind.</summary>
    private Session Run(StubEmbedder? server, (string, string?)[] more, params string[] args)
    {
        var (code, output, error) = Repository.Run(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "TabletopAgent.dll"), .. args], _folder, 120, server?.Environment(Path.Combine(_folder, "cache"), more) ?? more);
        Assert.DoesNotContain(StubEmbedder.Key, output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)) Assert.DoesNotContain(StubEmbedder.Key, File.ReadAllText(file), StringComparison.Ordinal);
        return new Session(code, output, error);
    }

    private Session Run(StubEmbedder? server, params string[] args) => Run(server, [], args);

    private static JsonElement Post(string report) => JsonElement.Parse(report).GetProperty("probes").GetProperty("post");

    private static JsonElement Notes(string report) => JsonElement.Parse(report).GetProperty("notes");

    [Fact]
    public async Task Diagnose_measures_the_texts_with_it_and_asks_for_each_text_once_in_a_life()
    {
        await using var server = new StubEmbedder();
        var file = Put("probes.jsonl", Probes);
        var first = Run(server, "diagnose", file, "--format", "json");
        Assert.Equal((0, ""), (first.Code, first.Error));
        var post = Post(first.Out);
        Assert.Equal((0.2929, "letters", "dense"), (post.GetProperty("ds_median").GetDouble(), post.GetProperty("embedder").GetString(), post.GetProperty("kind").GetString()));
        Assert.False(post.GetProperty("unverified").GetBoolean());
        // The record names this embedder, and says 0.9.
        Assert.Contains(Notes(first.Out).EnumerateArray(), n => n.GetProperty("code").GetString() == "TT721" && n.GetProperty("text").GetString()!.Contains("p-1 0.9 here 0.2929", StringComparison.Ordinal));
        Assert.Equal(["a", "ab"], server.Asked.Order());

        var second = Run(server, "diagnose", file, "--format", "json");
        Assert.Equal(first.Out, second.Out);
        Assert.Equal(2, server.Asked.Count);
        // With another revision nothing old counts.
        Assert.Equal("letters@2", Post(Run(server, [("TABLETOP__Embedder__Revision", "2")], "diagnose", file, "--format", "json").Out).GetProperty("embedder").GetString());
        Assert.Equal(4, server.Asked.Count);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_sent_and_the_built_in_embedder_hears()
    {
        await using var server = new StubEmbedder();
        var report = Run(null, "diagnose", Put("probes.jsonl", Probes), "--format", "json");
        Assert.StartsWith("tabletop-static-", Post(report.Out).GetProperty("embedder").GetString());
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("""{"status":401,"body":"sk-do-not-show-4711 is no key"}""", "it refused the key (401)")]
    [InlineData("""{"status":200,"body":"<html>"}""", "none of an embeddings server")]
    public async Task What_fails_is_said_and_ΔS_is_unmeasured_and_nothing_else_stops(string reply, string said)
    {
        await using var server = new StubEmbedder((_, _) => reply);
        var report = Run(server, "diagnose", Put("probes.jsonl", Probes.Replace("\"ΔS_q_r\":0.9,", "", StringComparison.Ordinal)), "--symptom", "queue depth climbs by 5x", "--format", "json");
        Assert.Equal(0, report.Code);
        var json = JsonElement.Parse(report.Out);
        Assert.Equal("queue-and-writes", json.GetProperty("status").GetProperty("layer").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("status").GetProperty("ΔS_median").ValueKind);
        Assert.Single(Notes(report.Out).EnumerateArray(), n => n.GetProperty("text").GetString()!.Contains(said, StringComparison.Ordinal));
        // NJsonSchema knows definitions by their older name.
        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(Repository.Path("schemas", "report.schema.json")).Replace("$defs", "definitions", StringComparison.Ordinal));
        Assert.Empty(schema.Validate(report.Out));
    }

    [Fact]
    public async Task The_board_compares_two_files_within_it()
    {
        await using var server = new StubEmbedder();
        var before = Put("before.csv", "probe_id,question,retrieved text,ΔS\np-1,a,a,0.9\n");
        var after = Put("after.csv", "probe_id;question;retrieved_text\np-1;a;ab\n");
        var board = JsonElement.Parse(Run(server, "probe", before, after, "--format", "json").Out);
        var phases = board.GetProperty("phases");
        Assert.Equal((0, 0.2929), (phases.GetProperty("baseline").GetProperty("ds_median").GetDouble(), phases.GetProperty("post").GetProperty("ds_median").GetDouble()));
        Assert.Equal("letters", phases.GetProperty("post").GetProperty("embedder").GetString());
    }

    [Fact]
    public async Task It_is_calibrated_by_its_own_right_and_random_pairs()
    {
        await using var server = new StubEmbedder();
        var gold = string.Concat(Enumerable.Range(0, 20).Select(i =>
            $$"""{"probe_id":"p-{{i:00}}","question":"{{(char)('a' + i)}}","expected_section":"s{{i}}","expected_text":"{{(char)('a' + i)}}"}""" + "\n"));
        var calibration = JsonElement.Parse(Run(server, "probe", "calibrate", Put("gold.jsonl", gold), "--format", "json").Out);
        Assert.Equal(("letters", 0, 1, 1), (
            calibration.GetProperty("embedder").GetString(), calibration.GetProperty("matched_median").GetDouble(), calibration.GetProperty("shuffled_median").GetDouble(), calibration.GetProperty("auc").GetDouble()));
    }

    [Fact]
    public async Task Grade_asks_for_a_text_once_in_all_logs()
    {
        await using var server = new StubEmbedder();
        foreach (var i in Enumerable.Range(1, 4)) Put($"logs/{i}.jsonl", """{"type":"exercise","id":"e","at":"2026-05-04T14:00:00Z"}""" + "\n" + Probes.Replace("{\"phase\"", "{\"type\":\"probe\",\"at\":\"2026-05-04T14:20:00Z\",\"phase\"", StringComparison.Ordinal));
        var graded = Run(server, [("TABLETOP__Embedder__Concurrency", "1")], "grade", "logs", "--format", "jsonl");
        Assert.Equal(0, graded.Code);
        var reports = graded.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(4, reports.Length);
        Assert.All(reports, r => Assert.Equal((0.2929, "letters"), (Post(r).GetProperty("ds_median").GetDouble(), Post(r).GetProperty("embedder").GetString())));
        Assert.Equal(["a", "ab"], server.Asked.Distinct().Order());
    }

    [Fact]
    public async Task An_exercise_keeps_the_vectors_in_its_log_and_is_judged_the_same_without_the_server()
    {
        await using var server = new StubEmbedder();
        Put("gold.jsonl", Probes);
        var script = Put("script.txt", "/role ic Ines\n+10:00 Ines: /probe gold.jsonl baseline\n+40:30 Ines: /probe gold.jsonl post\n+60:00 /end\n");
        var played = Run(server, "run", "seed-evening", "--script", script, "--data", "ex", "--id", "alpha", "--as", "Fay", "--start", "2026-05-04T14:00:00Z");
        Assert.Equal("", played.Error);
        var log = Path.Combine(_folder, "ex", "alpha", "log.jsonl");
        var lines = File.ReadAllLines(log);
        Assert.Contains("\"embedder\":{\"name\":\"letters\"}", lines[0], StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(l => l.Contains("\"type\":\"vectors\"", StringComparison.Ordinal)));

        // A year on there is no server: the log has what it takes.
        var report = Run(null, "report", log, "--format", "json");
        Assert.Equal((0.2929, "letters"), (Post(report.Out).GetProperty("ds_median").GetDouble(), Post(report.Out).GetProperty("embedder").GetString()));
        File.WriteAllText(Path.Combine(_folder, "ex", "alpha", "report.json"), report.Out);
        var verified = Run(null, "verify", log);
        Assert.Equal((0, ""), (verified.Code, verified.Error));
        Assert.Contains("embedder   the one it was run with", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_keeps_the_vectors_of_the_probes_it_reads()
    {
        await using var server = new StubEmbedder();
        Put("gold.jsonl", Probes);
        var log = Put("log.jsonl", """{"type":"exercise","v":1,"id":"e","at":"2026-05-04T14:00:00Z","roles":{"llm-owner":"Ana"}}""" + "\n" + """{"type":"symptom","at":"2026-05-04T14:10:00Z","text":"answers cite the wrong section"}""" + "\n");
        var input = Put("said.txt", $"/probe {Path.Combine(_folder, "gold.jsonl")} post\n/probes\n");
        var (_, output, _) = Repository.Run(
            "bash", ["-c", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "TabletopAgent.dll")}' chat '{log}' --as Ana --no-model --data '{_folder}/ex' < '{input}'"], _folder, 60, server.Environment(Path.Combine(_folder, "cache")));
        Assert.Contains("0.2929", output, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "ex"), "log.jsonl", SearchOption.AllDirectories));
        Assert.Equal((0.2929, "letters"), (Post(Run(null, "report", kept, "--format", "json").Out).GetProperty("ds_median").GetDouble(), Post(Run(null, "report", kept, "--format", "json").Out).GetProperty("embedder").GetString()));
    }

    [Fact]
    public async Task A_report_made_with_another_embedder_is_said_to_be_that_and_not_altered()
    {
        await using var server = new StubEmbedder();
        Put("gold.jsonl", Probes);
        var script = Put("script.txt", "/role ic Ines\n+10:00 Ines: /probe gold.jsonl baseline\n+60:00 /end\n");
        Run(null, "run", "seed-evening", "--script", script, "--data", "ex", "--id", "alpha", "--as", "Fay", "--start", "2026-05-04T14:00:00Z");
        var log = Path.Combine(_folder, "ex", "alpha", "log.jsonl");
        File.WriteAllText(Path.Combine(_folder, "ex", "alpha", "report.json"), Run(server, "report", log, "--format", "json").Out);
        var verified = Run(null, "verify", log);
        Assert.Equal(1, verified.Code);
        Assert.Contains("other embedder: its ΔS was computed with letters", verified.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("It was altered", verified.Out, StringComparison.Ordinal);
        Assert.Contains("other embedder than it was run with", Run(server, "verify", log).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_prints_its_vectors_and_says_what_has_none()
    {
        await using var server = new StubEmbedder((_, r) => StubEmbedder.Vectors(r, t => StubEmbedder.Letters(t, 2)));
        var file = Put("texts.txt", "a\n\nab\n???\n");
        var session = Run(server, "embed", file, "--format", "jsonl");
        Assert.Equal(0, session.Code);
        Assert.Equal(
            ["""{"line":1,"vector":[1,0],"embedder":"letters"}""", """{"line":2,"vector":null,"embedder":"letters"}""", """{"line":3,"vector":[0.70710677,0.70710677],"embedder":"letters"}""", """{"line":4,"vector":null,"embedder":"letters"}"""],
            session.Out.TrimEnd('\n').Split('\n'));
        Assert.Contains("TT716", session.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}:2: warning TT701", session.Error, StringComparison.Ordinal);
        Assert.Equal("cosine 0.7071  delta_s 0.2929\n", Run(server, "embed", Put("pairs.txt", "a\tab\n"), "--pairs").Out);
    }

    [Fact]
    public async Task Two_processes_at_once_share_what_they_fetch()
    {
        await using var server = new StubEmbedder();
        var file = Put("texts.txt", string.Concat(Enumerable.Range(0, 200).Select(i => $"{(char)('a' + i % 26)}{(char)('a' + i / 26)}\n")));
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Run(server, "embed", file))));
        Assert.Equal(both[0].Out, both[1].Out);
        var asked = server.Requests.Count;
        Assert.Equal(both[0].Out, Run(server, "embed", file).Out);
        Assert.Equal(asked, server.Requests.Count);
    }
}

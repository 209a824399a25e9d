using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NJsonSchema;
using TabletopAgent.Exercises;
using TabletopAgent.Tests.Exercises;

namespace TabletopAgent.Tests.Cli;

public sealed class VerifyVerbTests : IDisposable
{
    private static readonly List<string> Lines = Chained.Lines(6);

    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-verify-").FullName;

    private string Log => Path.Combine(_folder, "log.jsonl");

    public void Dispose() => Directory.Delete(_folder, true);

    private Session Verify(IEnumerable<string> lines, params string[] flags)
    {
        File.WriteAllText(Log, string.Concat(lines));
        return Session.Of(["verify", Log, .. flags]);
    }

    /// <summary>The text of one note on the log as it lies there.</summary>
    private string Note(string code) => JsonElement.Parse(Session.Of("verify", Log, "--format", "json").Out).GetProperty("notes").EnumerateArray()
        .Single(n => n.GetProperty("code").GetString() == code).GetProperty("text").GetString()!;

    [Fact]
    public void A_log_as_it_was_written_is_verified_to_its_last_line_where_the_root_is_given()
    {
        var session = Verify(Lines, "--root", Chained.Root(Lines));
        Assert.Equal((0, ""), (session.Code, session.Error));
        Assert.StartsWith($"Verified: it is as it was written, to its last line\n  log        {Log}, 6 events\n  root       {Chained.Root(Lines)}\n", session.Out);
        Assert.DoesNotContain("error", session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_root_it_says_what_it_could_not_see()
    {
        var session = Verify(Lines);
        Assert.Equal(0, session.Code);
        Assert.Contains("as far as its chain shows", session.Out, StringComparison.Ordinal);
        Assert.Contains($"{Log}:6: note TT607", session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_line_is_named_and_it_exits_1()
    {
        var session = Verify(Lines.Select((l, i) => i == 2 ? l.Replace("303", "203", StringComparison.Ordinal) : l));
        Assert.Equal(1, session.Code);
        Assert.StartsWith("Not verified: see the errors below\n", session.Out);
        Assert.Contains($"{Log}:3: error TT600: was altered", session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_of_another_embedder_is_said_to_be_that_and_not_altered()
    {
        var session = Verify(["{\"type\":\"exercise\",\"embedder\":{\"name\":\"tabletop-static-384\",\"rev\":\"000000000000\"}}\n"]);
        Assert.Contains("embedder   other embedder than it was run with", session.Out, StringComparison.Ordinal);
        Assert.Contains("TT618", session.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("altered", session.Out.Replace("without any alteration", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_chain_is_not_verified()
    {
        var session = Verify(["{\"type\":\"exercise\"}\n"]);
        Assert.Equal(1, session.Code);
        Assert.StartsWith("Not verified: it has no chain to check\n", session.Out);
    }

    [Fact]
    public void A_packed_log_is_a_log()
    {
        using (var packed = new GZipStream(File.Create(Log + ".gz"), CompressionLevel.Fastest)) packed.Write(Encoding.UTF8.GetBytes(string.Concat(Lines)));
        Assert.Equal(0, Session.Of("verify", Log + ".gz", "--root", Chained.Root(Lines)).Code);
    }

    [Theory]
    [InlineData(3, "--root is 64 hexadecimal digits", "--root", "abc")]
    [InlineData(2, "no such file")]
    public void What_cannot_be_read_is_said(int code, string said, params string[] flags)
    {
        var session = Session.Of(["verify", Path.Combine(_folder, "none.jsonl"), .. flags]);
        Assert.Equal(code, session.Code);
        Assert.Contains(said, session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_beside_a_log_is_compared_byte_for_byte()
    {
        File.WriteAllText(Log, string.Concat(Lines));
        var report = Session.Of("diagnose", Log, "--format", "json").Out;
        var stored = Path.Combine(_folder, "report.json");

        // Whoever wrote it may have stood in another folder.
        foreach (var text in new[] { report, report.Replace(Log, "log.jsonl", StringComparison.Ordinal) })
        {
            File.WriteAllText(stored, text);
            var same = Verify(Lines);
            Assert.Equal(0, same.Code);
            Assert.Contains($"the same bytes as {stored}", same.Out, StringComparison.Ordinal);
        }

        File.WriteAllText(stored, report.Replace("\"overall\": \"unmeasured\"", "\"overall\": \"pass\"", StringComparison.Ordinal));
        Assert.Equal(1, Verify(Lines).Code);
        Assert.Contains("line 3 differs", Note("TT619"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"inputs_hash\": \"", "made from other events")]
    [InlineData("\"knowledge_hash\": \"", "made with other knowledge")]
    [InlineData("\"program\": \"", "another version of the program")]
    public void Why_a_report_is_another_is_said(string field, string why)
    {
        File.WriteAllText(Log, string.Concat(Lines));
        var report = Session.Of("diagnose", Log, "--format", "json").Out;
        File.WriteAllText(Path.Combine(_folder, "report.json"), report.Replace(field, field + "x", StringComparison.Ordinal));
        Assert.Contains(why, Note("TT619"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("knowledge", "\"0123\"", "(0123, now ")]
    [InlineData("embedder", "{\"name\":\"e5-small\",\"rev\":\"7\"}", "(e5-small")]
    public void Another_one_than_it_was_run_with_is_no_alteration(string what, string recorded, string said)
    {
        var line = EventWriter.Linked(Encoding.UTF8.GetBytes($$"""{"type":"exercise","{{what}}":{{recorded}}}"""), 1, Chain.Start);
        var session = Verify([Encoding.UTF8.GetString(line) + "\n"]);
        Assert.Equal(0, session.Code);
        Assert.Contains($"{what,-9}  {(what == "embedder" ? "other embedder" : "another")} than it was run with", session.Out, StringComparison.Ordinal);
        Assert.Contains($"was run with other {what} than it is verified with {said}", Note("TT618"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_validates_and_says_the_same()
    {
        var root = Chained.Root(Lines);
        var text = Verify(Lines, "--root", root, "--format", "json").Out;
        Assert.Empty((await JsonSchema.FromFileAsync(Repository.Path("schemas", "verify.schema.json"))).Validate(text));
        var json = JsonElement.Parse(text);
        Assert.Equal(("pass", root, 6), (json.GetProperty("verdict").GetString(), json.GetProperty("root").GetString(), json.GetProperty("chained").GetInt32()));
    }
}

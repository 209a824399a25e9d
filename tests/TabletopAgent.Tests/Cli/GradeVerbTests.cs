using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using NJsonSchema;

namespace TabletopAgent.Tests.Cli;

/// <summary>Many logs at once, as people have them: good ones, torn ones, and files that mean harm.</summary>
public sealed class GradeVerbTests : IDisposable
{
    private const string Good = """
        {"type":"exercise","v":1,"id":"drill-7","title":"Region loss","team":"payments","tier":"A","at":"2026-05-04T14:00:00Z","services":[{"name":"pay","tier":"A"}]}
        {"type":"symptom","at":"2026-05-04T14:10:00Z","text":"write routes in region A return 500 on 22 percent of requests"}
        {"type":"decision","at":"2026-05-04T14:12:00Z","owner":"Ana","text":"fail over to green"}

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-grade-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    private string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, "in", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string In => Path.Combine(_folder, "in");

    private string Out(string name = "") => Path.Combine(_folder, "out", name);

    private Session Grade(params string[] flags) => Session.Of(["grade", In, .. flags]);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, true))
            foreach (var (name, text) in entries)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }

        return bytes.ToArray();
    }

    private static byte[] GZip(ReadOnlySpan<byte> plain)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, true)) gzip.Write(plain);
        return bytes.ToArray();
    }

    [Fact]
    public void Each_log_is_a_line_and_all_add_up()
    {
        Put("a.jsonl", Good);
        Put("b.jsonl", "");
        Put("c.png", "no log");
        Put("d.md", "# Outage\n\n- 2024-03-01 10:00 UTC impact starts\n- 2024-03-01 10:40 UTC resolved: DNS record was wrong\n");
        var session = Grade();
        Assert.Equal(0, session.Code);
        Assert.Contains("read 3 = graded 2 + refused 1; 1 of other kinds were left alone", session.Out, StringComparison.Ordinal);
        Assert.Contains("refused    " + Path.Combine(In, "b.jsonl"), session.Out, StringComparison.Ordinal);
    }

    /// <summary>NJsonSchema follows references within definitions only under their name before draft 2019-09; the meaning is the same.</summary>
    [Fact]
    public async Task The_summary_validates_and_a_wrong_one_does_not()
    {
        Put("a.jsonl", Good);
        Put("b.jsonl", "");
        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(Repository.Path("schemas", "summary.schema.json")).Replace("$defs", "definitions", StringComparison.Ordinal));
        var json = Grade("--against", In, "--require", "rto,rpo", "--format", "json").Out;
        Assert.Empty(schema.Validate(json));
        Assert.Empty(schema.Validate(Session.Of("grade", Put("empty.jsonl", ""), "--format", "json").Out));
        Assert.NotEmpty(schema.Validate(json.Replace("\"name\": \"rto\"", "\"name\": \"speed\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(json.Replace("\"refused\": 1", "\"refused\": -1", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(json.Replace("\"trend\"", "\"trends\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Findings_have_the_same_ids_in_every_run()
    {
        Put("a.jsonl", Good);
        Put("d.md", "# Outage\n\nTime to repair: 5 minutes\n\n- 2024-03-01 10:00 UTC impact starts\n- 2024-03-01 10:40 UTC resolved: DNS record was wrong\n");
        string[] Ids() => [.. Grade("--format", "jsonl").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(l => JsonElement.Parse(l).GetProperty("findings").EnumerateArray()).Select(f => f.GetProperty("id").GetString()!)];
        var first = Ids();
        Assert.NotEmpty(first);
        Assert.Equal(first, Ids());
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    /// <summary>Whatever a folder holds, every file is counted once, and each that is refused has a line of its own.</summary>
    [Fact]
    public void What_is_no_log_is_refused_by_name_and_the_rest_is_graded()
    {
        Put("good.jsonl", Good);
        Put("torn.jsonl", Good[..^20]);
        Put("torn.jsonl.gz", GZip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Good, 50))))[..60]);
        Put("torn.zip", Zip(("a.jsonl", Good))[..40]);
        Put("picture.jsonl", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1, 2, 3]);
        Put("list.jsonl", "[1,2,3]\n[4]\n");
        Put("empty.md", "");
        Put("bomb.zip", Zip(("zeros.jsonl", new string(' ', 100 * 1024 * 1024))));
        Directory.CreateDirectory(Path.Combine(In, "folder.jsonl"));
        var summary = JsonElement.Parse(Grade("--format", "json").Out);
        var (read, graded, refused) = (summary.GetProperty("read").GetInt32(), summary.GetProperty("graded_files").GetInt32(), summary.GetProperty("refused").GetInt32());
        Assert.Equal((8, 2, 6), (read, graded, refused));
        var lines = Grade().Out.Split('\n');
        foreach (var name in new[] { "torn.jsonl.gz", "torn.zip", "picture.jsonl", "list.jsonl", "empty.md", "bomb.zip!zeros.jsonl" })
            Assert.Single(lines, l => l.StartsWith("refused", StringComparison.Ordinal) && l.Contains(Path.Combine(In, name), StringComparison.Ordinal));
    }

    /// <summary>Root may read everything, so there is nothing to see.</summary>
    [Fact]
    public void What_may_not_be_read_is_refused()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root") return;
        Put("good.jsonl", Good);
        File.SetUnixFileMode(Put("closed.jsonl", Good), UnixFileMode.None);
        Assert.Contains("read 2 = graded 1 + refused 1", Grade().Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Packed_logs_and_archives_are_graded_as_they_lie()
    {
        Put("a.jsonl.gz", GZip(Encoding.UTF8.GetBytes(Good)));
        using (var zst = new ZstdSharp.Compressor()) Put("b.jsonl.zst", zst.Wrap(Encoding.UTF8.GetBytes(Good)).ToArray());
        Put("c.zip", Zip(("2026/one.jsonl", Good), ("../../../tmp/two.jsonl", Good), ("inner.zip", "")));
        var lines = Grade("--format", "jsonl").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l)).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, l => Assert.Equal("drill-7", l.GetProperty("id").GetString()));
        Assert.Equal(["a.jsonl.gz", "b.jsonl.zst", "c.zip!../../../tmp/two.jsonl", "c.zip!2026/one.jsonl"],
            lines.Select(l => Path.GetRelativePath(In, l.GetProperty("source").GetProperty("file").GetString()!.Split('!')[0]) + (l.GetProperty("source").GetProperty("file").GetString()!.Split('!') is [_, var e] ? "!" + e : "")));
        Assert.False(File.Exists("/tmp/two.jsonl"));
        Assert.Contains("an archive inside an archive", Grade().Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        Put("bomb.jsonl.gz", GZip(new byte[100 * 1024 * 1024]));
        var session = Grade();
        Assert.Equal(2, session.Code);
        Assert.Contains("TT773", session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_not_followed_and_names_cannot_steer_a_terminal()
    {
        if (OperatingSystem.IsWindows()) return;
        Put("a\e[31m.jsonl", Good);
        Directory.CreateDirectory(In);
        File.CreateSymbolicLink(Path.Combine(In, "passwd.md"), "/etc/passwd");
        var session = Grade();
        Assert.Contains("is a link; links are not followed", session.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', session.Out);
    }

    [Fact]
    public void Every_form_says_the_same_and_runs_nothing()
    {
        Put("=cmd|' /C calc'!A0.jsonl", Good.Replace("Region loss", "<script>alert(1)</script>", StringComparison.Ordinal).Replace("payments", "=1+1", StringComparison.Ordinal));
        Assert.Equal(0, Grade("--out", Out()).Code);
        Assert.Contains(",'=1+1,", File.ReadAllText(Out("grades.csv")), StringComparison.Ordinal);
        Assert.Equal("6", XDocument.Load(Out("junit.xml")).Descendants("testsuite").Single().Attribute("tests")!.Value);
        Assert.Equal(1, JsonElement.Parse(File.ReadAllText(Out("summary.json"))).GetProperty("logs").GetInt32());
        var html = File.ReadAllText(Out("grades.html"));
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("| rto |", File.ReadAllText(Out("summary.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_run_that_was_cut_off_goes_on_and_ends_with_the_same_bytes(int kept)
    {
        for (var i = 0; i < 8; i++) Put($"{i}.jsonl", i == 5 ? "{" : Good.Replace("drill-7", $"drill-{i}", StringComparison.Ordinal));
        Grade("--out", Out());
        var whole = Directory.GetFiles(Out()).Order(StringComparer.Ordinal).ToDictionary(f => f, File.ReadAllText);

        // As a killed process leaves it: some lines of the journal, half a line more, and reports that it had no time to enter.
        var journal = File.ReadAllLines(Out("journal.jsonl"));
        File.WriteAllText(Out("journal.jsonl"), string.Concat(journal.Take(kept).Select(l => l + "\n")) + journal[kept][..20]);
        File.Delete(Out("summary.json"));
        var session = Grade("--out", Out(), "--resume");
        Assert.Contains("TT779", session.Error, StringComparison.Ordinal);
        Assert.Equal(whole, Directory.GetFiles(Out()).Order(StringComparer.Ordinal).ToDictionary(f => f, File.ReadAllText));
    }

    [Fact]
    public void A_file_that_was_changed_is_graded_anew_and_so_is_what_follows()
    {
        for (var i = 0; i < 3; i++) Put($"{i}.jsonl", Good);
        Grade("--out", Out());
        Put("1.jsonl", Good.Replace("drill-7", "drill-8", StringComparison.Ordinal));
        Grade("--out", Out(), "--resume");
        Assert.Equal(["drill-7", "drill-8", "drill-7"], File.ReadLines(Out("grades.jsonl")).Select(l => JsonElement.Parse(l).GetProperty("id").GetString()));
    }

    [Fact]
    public void Order_is_that_of_the_files_on_any_number_of_cores()
    {
        for (var i = 0; i < 40; i++) Put($"{i:00}.jsonl", Good + (i % 3 == 0 ? string.Concat(Enumerable.Repeat("{\"type\":\"note\",\"text\":\"x\"}\n", 5000)) : ""));
        var files = Grade("--format", "jsonl").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l).GetProperty("source").GetProperty("file").GetString()!);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => Path.Combine(In, $"{i:00}.jsonl")), files);
    }

    [Theory]
    [InlineData("--fail-under 1", 1)]
    [InlineData("--fail-under 0", 0)]
    [InlineData("--require rto,docs", 1)]
    [InlineData("", 0)]
    public void A_gate_decides_the_exit_code(string flags, int code)
    {
        Put("a.jsonl", Good);
        Assert.Equal(code, Grade(flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Code);
    }

    [Fact]
    public void Nothing_to_grade_is_3_and_all_refused_is_2()
    {
        Directory.CreateDirectory(In);
        Assert.Equal(3, Grade().Code);
        Put("a.jsonl", "");
        Assert.Equal(2, Grade().Code);
        Assert.Equal(2, Session.Of("grade", Path.Combine(_folder, "nowhere.jsonl")).Code);
    }

    [Fact]
    public void Paths_may_be_patterns_or_come_from_a_list()
    {
        Put("x/a.jsonl", Good);
        Put("y/b.jsonl", Good);
        Assert.Contains("read 2 = graded 2", Session.Of("grade", Path.Combine(In, "*", "*.jsonl")).Out, StringComparison.Ordinal);
        Assert.Contains("read 1 = graded 1", Session.Piped(Path.Combine(In, "y", "b.jsonl") + "\n", "grade", "-").Out, StringComparison.Ordinal);
    }
}

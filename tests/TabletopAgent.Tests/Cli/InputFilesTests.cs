using System.IO.Compression;
using System.Text;

namespace TabletopAgent.Tests.Cli;

public sealed class InputFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("input").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    private string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_packed_log_that_is_none_is_refused_with_a_note()
    {
        var session = Session.Of("check", File("log.jsonl.gz", "hello"));
        Assert.Equal(2, session.Code);
        Assert.Contains("log.jsonl.gz: error TT011: breaks off", session.Error);
    }

    [Fact]
    public void Of_a_packed_log_that_breaks_off_the_rest_is_read()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"type\":\"symptom\",\"text\":\"{i}\"}}\n"))));
        // As the program is started: the switch is read once, before the first archive.
        var (code, output, _) = Repository.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "TabletopAgent.dll"), "check", File("log.jsonl.gz", packed.ToArray()[..400_000]), "--format", "json"]);
        Assert.Equal(0, code);
        Assert.Contains("TT011", output);
        Assert.Contains("\"text\": \"9999\"", output);
    }

    [Theory]
    [InlineData("probe_id,ΔS,coverage,λ\np1,1.4,0.5,→", ":2: warning TT201")]
    [InlineData("probe_id,ΔS,coverage,λ\np1,NaN,0.5,→", ":2: warning TT202")]
    [InlineData("probe_id,ΔS,coverage,λ\np1,0.5,1.7,→", ":2: warning TT201")]
    [InlineData("probe_id,ΔS,coverage,λ\np1,0.5,0.5,wobbly", ":2: warning TT203")]
    [InlineData("probe_id,ΔS\np1,0.5", "TT205")]
    [InlineData("symptoms: x", "TT207")]
    [InlineData("[{\"probe_id\":\"p1\",\"ΔS_q_r\":NaN}]", ":1: warning TT202")]
    public void Check_says_what_is_doubtful_in_the_values_too(string text, string note)
    {
        var session = Session.Of("check", File("in.txt", text));
        Assert.Equal(0, session.Code);
        Assert.Contains(note, string.Join(' ', session.Out.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1,null,true]")]
    [InlineData("{\"symptoms\":[\"")]
    [InlineData("[[[[[[[[[[[")]
    [InlineData("probe_id,coverage\n")]
    [InlineData("```\n```")]
    public void Where_nothing_usable_is_left_all_is_refused(string text)
    {
        foreach (var verb in new[] { "check", "diagnose" })
        {
            var session = Session.Of(verb, File("in.txt", text));
            Assert.Equal(2, session.Code);
            Assert.Contains("in.txt", session.Error);
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var session = Session.Of("check", File("in.png", [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 7919 >> 3))]));
        Assert.Equal(2, session.Code);
        Assert.Contains("error TT010", session.Error);
    }
}

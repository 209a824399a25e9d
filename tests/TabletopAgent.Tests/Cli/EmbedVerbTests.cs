using System.Text.Json;

namespace TabletopAgent.Tests.Cli;

public sealed class EmbedVerbTests
{
    [Fact]
    public void A_line_is_a_vector_of_length_one()
    {
        var (code, output, error) = Session.Piped("queue grows\nregion A is down\n", "embed", "-");
        Assert.Equal((0, ""), (code, error));
        var lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal(1, lines[0].Split(' ').Sum(x => Math.Pow(double.Parse(x), 2)), 4);
    }

    [Fact]
    public void Machines_read_json_lines_that_name_the_embedder()
    {
        var (code, output, _) = Session.Piped("queue grows", "embed", "-", "--format", "jsonl");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var dim = json.RootElement.GetProperty("vector").GetArrayLength();
        Assert.Matches($"^tabletop-static-{dim}@[0-9a-f]{{12}}$", json.RootElement.GetProperty("embedder").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Pairs_have_a_cosine_and_a_ΔS_that_make_one()
    {
        var (code, output, _) = Session.Piped("the queue grows\tthe queue is growing\nthe same\tThe SAME.\n", "embed", "-", "--pairs", "--format", "jsonl");
        Assert.Equal(0, code);
        var lines = output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(1, lines[0].GetProperty("cosine").GetDouble() + lines[0].GetProperty("delta_s").GetDouble(), 3);
        Assert.InRange(lines[0].GetProperty("cosine").GetDouble(), 0.5, 1);
        Assert.Equal((1.0, 0.0), (lines[1].GetProperty("cosine").GetDouble(), lines[1].GetProperty("delta_s").GetDouble()));
    }

    [Fact]
    public void Pairs_read_plainly_at_a_terminal() =>
        Assert.Equal("cosine 1  delta_s 0\n", Session.Piped("queue grows\tQueue grows!\t5.0", "embed", "-", "--pairs").Out);

    [Fact]
    public void What_has_no_words_or_no_tab_is_unmeasured_and_lines_stay_in_step()
    {
        var (code, output, error) = Session.Piped("a\tb\n\n🔥\tfire\nqueue\tqueue\n", "embed", "-", "--pairs");
        Assert.Equal(0, code);
        Assert.Equal(["unmeasured", "unmeasured", "cosine 1  delta_s 0"], output.TrimEnd('\n').Split('\n')[1..]);
        Assert.Contains("standard input:2: warning TT700", error, StringComparison.Ordinal);
        Assert.Contains("standard input:3: warning TT701", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unmeasured_line_is_null_in_json() =>
        Assert.Contains("{\"line\":1,\"vector\":null,", Session.Piped("...\nx", "embed", "-", "--format", "jsonl").Out, StringComparison.Ordinal);

    [Fact]
    public void Many_doubts_of_one_kind_are_counted()
    {
        var error = Session.Piped("x\ty\n" + new string('\n', 1000), "embed", "-", "--pairs").Error;
        Assert.Contains("TT700 was found 995 more time(s)", error, StringComparison.Ordinal);
        Assert.Equal(6, error.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData(2, "--pairs")]
    [InlineData(3)]
    public void Nothing_to_hear_is_said_by_the_exit_code(int code, params string[] flags)
    {
        var input = flags.Length > 0 ? "no tab here\n" : "";
        Assert.Equal(code, Session.Piped(input, ["embed", "-", .. flags]).Code);
    }

    [Fact]
    public void A_missing_file_is_refused_with_a_note()
    {
        var (code, _, error) = Session.Of("embed", "no-such-file.txt");
        Assert.Equal(2, code);
        Assert.Contains("no-such-file.txt: error TT002: cannot be read: there is no such file.", error, StringComparison.Ordinal);
    }

    /// <summary>Processors differ in how many numbers they add at once, and whether they round between; vectors do not.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableFMA")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void A_lesser_processor_gives_the_same_bytes(string without)
    {
        var file = Repository.Path("docs", "formulas.md");
        var (_, output, _) = Repository.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "TabletopAgent.dll"), "embed", file, "--format", "jsonl"], null, 60, (without, "0"));
        Assert.Equal(Session.Of("embed", file, "--format", "jsonl").Out, output);
    }
}

using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class BriefBlocksTests
{
    private static Gathered Read(string text)
    {
        var into = new Gathered();
        BriefReader.Read(text, "b.md", 1, into, Section.Symptoms);
        return into;
    }

    [Theory]
    [InlineData("writes fail\n```\nalert: 22% of writes\n```\nreads fine", "symptom writes fail / symptom alert: 22% of writes / symptom reads fine", "1 3 5")]
    [InlineData("```json\n{\"symptoms\":[\"a\",\n\"b\"]}\n```", "symptom a / symptom b", "2 3")]
    [InlineData("> ```\n> quoted alert\n> ```", "symptom quoted alert", "2")]
    [InlineData("```\nnever closed", "symptom never closed", "2")]
    [InlineData("probes:\n~~~\nprobe_id,coverage\np1,0.5\n~~~", "probe p1 0.5", "4")]
    [InlineData("before\n{\n \"symptoms\": \"inside\"\n}\nafter", "symptom before / symptom inside / symptom after", "1 3 5")]
    [InlineData("probes:\nprobe_id,coverage\np1,0.5\n\nsymptoms:\nx", "probe p1 0.5 / symptom x", "3 6")]
    [InlineData("| what | since |\n|---|---|\n| writes fail | 14:10 |", "symptom writes fail | 14:10", "3")]
    [InlineData("| writes fail | 14:10 |", "symptom writes fail | 14:10", "1")]
    [InlineData("| id | ΔS | note |\n|:--|--:|---|\n| p-1 | 0.5 | a \\| b |", "probe p-1 0.5", "3")]
    [InlineData("## Probes after\n| id | ΔS |\n|--|--|\n| p-1 | 0.5 |", "probe p-1 0.5", "4")]
    public void A_block_is_read_as_what_it_holds_and_keeps_its_lines(string text, string events, string lines)
    {
        var read = Read(text).Events();
        Assert.Equal(events, Show.Events(read));
        Assert.Equal(lines, Show.Lines(read));
    }

    [Fact]
    public void A_table_under_a_heading_of_a_phase_is_in_that_phase() =>
        Assert.Equal("post", Assert.Single(Read("## Probes after\n| id | ΔS |\n|--|--|\n| p-1 | 0.5 |").Events()).Text("phase"));

    [Fact]
    public void Braces_that_never_close_are_followed_in_reasonable_time()
    {
        var time = System.Diagnostics.Stopwatch.StartNew();
        Read("probes:\n" + string.Concat(Enumerable.Repeat("{\"a\"\n", 50_000)));
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), time.Elapsed.ToString());
    }
}

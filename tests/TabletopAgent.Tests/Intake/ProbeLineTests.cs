using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class ProbeLineTests
{
    [Theory]
    [InlineData("p-01 ΔS 0.61, coverage 0.55, λ <>", "probe p-01 0.61 0.55 <>")]
    [InlineData("p01: delta_s = 0.61 cov=55%", "probe p01 0.61 0.55")]
    [InlineData("#7 ΔS_q_r 0.61 λ_state →", "probe #7 0.61  →")]
    [InlineData("ΔS .5; ΔS .6", "probe 0.5 / probe 0.6")]
    [InlineData("ΔS: [0.61, 0.40], coverage: [0.55, 0.80]", "probe 0.61 0.55 / probe 0.4 0.8")]
    [InlineData("0.61, 0.55", "probe 0.61 0.55")]
    [InlineData("q1 0.61 | 0.55", "probe q1 0.61 0.55")]
    [InlineData("ΔS NaN, coverage n/a", "probe NaN n/a")]
    [InlineData("ΔS -0.2", "probe -0.2")]
    [InlineData("median ΔS 0.61", "")]
    [InlineData("ΔS rises to 0.61", "")]
    [InlineData("about 10 sample questions", "")]
    [InlineData("", "")]
    public void A_jotted_line_is_its_probes(string line, string probes) =>
        Assert.Equal(probes.Replace("  ", " ", StringComparison.Ordinal), Show.Events(ProbeLine.Read(line, default, null)));

    [Theory]
    [InlineData("p-01 \"Where does paid time off accrue?\" ΔS 0.38", "Where does paid time off accrue?")]
    [InlineData("p-01 Where does it accrue? ΔS 0.38", "Where does it accrue?")]
    [InlineData("p-01 ΔS 0.38", null)]
    public void The_question_is_kept_where_it_stands(string line, string? question)
    {
        var probe = Assert.Single(ProbeLine.Read(line, new Place("b", 3), "post"));
        Assert.Equal((question, "post", line, 3), (probe.Text("question")?.Replace("p-01 ", "", StringComparison.Ordinal), probe.Text("phase"), probe.Text("text"), probe.Place.Line));
    }

    [Fact]
    public void A_line_of_100_000_numbers_is_read_in_reasonable_time()
    {
        var time = System.Diagnostics.Stopwatch.StartNew();
        foreach (var line in new[] { "ΔS " + string.Concat(Enumerable.Repeat("0.5 ", 100_000)), string.Concat(Enumerable.Repeat("\"aaa ", 50_000)), new string('a', 100_000) + "?" })
            ProbeLine.Read(line, default, null);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), time.Elapsed.ToString());
    }
}

using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeRoundsTests
{
    private static (long, ProbeValues) At(int minute, int id, double ds, string phase, double coverage = 0.8, string lambda = "→") =>
        (minute, ProbeValues.Of(ProbeReader.Read(Make.Flat(id, ds, coverage, lambda, phase), []), Make.Targets));

    private static IEnumerable<(long, ProbeValues)> Round(int minute, int n, double ds, string phase, double coverage = 0.8, string lambda = "→") =>
        Enumerable.Range(1, n).Select(i => At(minute, i, ds, phase, coverage, lambda));

    private static string Of(params IEnumerable<(long, ProbeValues)>[] rounds) =>
        string.Join(' ', ProbeRounds.Of(rounds.SelectMany(r => r), Make.Targets).Select(r => $"{r.At}{(r.Broken ? "-" : "+")}"));

    [Fact]
    public void A_round_that_fails_breaks_and_one_that_holds_mends() => Assert.Equal("25- 45+", Of(Round(25, 10, 0.66, "inject"), Round(45, 10, 0.41, "post")));

    [Theory]
    [InlineData(0.46, 0.8, "→")]
    [InlineData(0.41, 0.69, "→")]
    [InlineData(0.41, 0.8, "×")]
    [InlineData(0.41, 0.8, "←")]
    public void ΔS_coverage_and_λ_are_all_gates(double ds, double coverage, string lambda) => Assert.Equal("25-", Of(Round(25, 10, ds, "inject", coverage, lambda)));

    [Fact]
    public void Few_probes_break_and_do_not_mend() => Assert.Equal("25- 45- 50+", Of(Round(25, 3, 0.66, "inject"), Round(45, 9, 0.41, "post"), Round(50, 10, 0.41, "post")));

    [Fact]
    public void Each_question_counts_by_its_last_answer() => Assert.Equal("25- 30+", Of(Round(25, 10, 0.66, "inject"), Round(30, 10, 0.41, "inject")));

    [Fact]
    public void What_was_asked_before_is_no_gate_and_an_older_phase_changes_nothing() =>
        Assert.Equal("45+ 50+", Of(Round(5, 10, 0.9, "baseline"), Round(45, 10, 0.41, "post"), Round(50, 10, 0.9, "inject")));
}

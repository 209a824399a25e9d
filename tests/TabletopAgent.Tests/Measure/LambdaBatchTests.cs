using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class LambdaBatchTests
{
    private static LambdaBatch Of(params string?[] signs) =>
        LambdaBatch.Of(signs.Select((s, i) => ProbeReader.Read(Make.Flat(i, 0.3, 0.8, s), [])), Make.Targets);

    private static string?[] Signs(params (int Times, string? Sign)[] signs) => signs.SelectMany(s => Enumerable.Repeat(s.Sign, s.Times)).ToArray();

    private static Verdict Judge(params (int Times, string? Sign)[] signs) => Of(Signs(signs)).Judge(Make.Targets).Verdict;

    [Fact]
    public void Eight_of_ten_convergent_runs_pass_and_the_others_are_listed()
    {
        var judged = Of(Signs((8, "→"), (2, "←"))).Judge(Make.Targets);
        Assert.Equal((Verdict.Pass, 0.8), (judged.Verdict, judged.Value));
        Assert.Contains("p-008 ←", judged.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Seven_of_ten_fail() => Assert.Equal(Verdict.Fail, Judge((7, "→"), (3, "←")));

    [Fact]
    public void One_chaotic_run_fails_the_phase() => Assert.Equal(Verdict.Fail, Judge((49, "→"), (1, "×")));

    [Fact]
    public void Reported_signs_pass_but_say_that_they_are_unverified()
    {
        var judged = Of(Signs((10, "→"))).Judge(Make.Targets);
        Assert.Equal(Verdict.Pass, judged.Verdict);
        Assert.Contains("unverified", judged.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Up_to_a_tenth_may_be_unmeasured() // 45 of 50 measured and all →: 0.9 ≥ 0.8, and 0.1 ≤ 0.10
    {
        Assert.Equal(Verdict.Pass, Judge((45, "→"), (5, "<>")));
        Assert.Equal(Verdict.Unmeasured, Judge((44, "→"), (6, "<>")));
        Assert.Equal(Verdict.Unmeasured, Judge((44, "→"), (6, null)));
    }

    [Fact]
    public void Nothing_judged_is_unmeasured_and_says_why()
    {
        Assert.Contains("only <> was reported", Of(Signs((10, "<>"))).Judge(Make.Targets).Reason, StringComparison.Ordinal);
        Assert.Contains("no probe records", Of(Signs((10, null))).Judge(Make.Targets).Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Unmeasured, Of().Judge(Make.Targets).Verdict);
    }

    [Fact]
    public void Fewer_than_ten_probes_can_fail_but_not_pass()
    {
        Assert.Equal(Verdict.Unmeasured, Judge((9, "→")));
        Assert.Equal(Verdict.Fail, Judge((8, "→"), (1, "×")));
    }

    [Fact]
    public void Flips_are_the_runs_that_are_not_convergent() => Assert.Equal(0.3, Of(Signs((7, "→"), (2, "←"), (1, "×"))).FlipRate);
}

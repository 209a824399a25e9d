using TabletopAgent.Score;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Score;

public sealed class ScorecardTests
{
    [Theory]
    [InlineData("pass", "pass pass pass pass pass pass")]
    [InlineData("unmeasured", "pass pass pass pass pass unmeasured")]
    [InlineData("fail", "unmeasured unmeasured fail unmeasured unmeasured unmeasured")]
    [InlineData("unmeasured", "unmeasured unmeasured unmeasured unmeasured unmeasured unmeasured")]
    public void Unmeasured_never_counts_as_pass(string overall, string verdicts) =>
        Assert.Equal(overall, Scorecard.Overall(verdicts.Split(' ').Zip(Scorecard.Names).ToDictionary(v => v.Second, v => new Dimension(v.First, null, null, null, "", "", []))));

    [Theory]
    [InlineData("S", 30)]
    [InlineData("A", 60)]
    [InlineData(null, 30)]
    public void The_bar_of_RTO_is_that_of_the_tier(string? tier, double bar)
    {
        var head = tier is null ? "" : $$""","tier":"{{tier}}" """;
        var report = Shipped.Run(Shipped.Log($$"""{"type":"exercise","at":"2026-05-04T14:00:00Z","id":"x","title":"x"{{head}}}"""));
        Assert.Equal(bar, report.Dimensions["rto"].Target);
        Assert.Equal($"unmeasured of {bar}m (unmeasured)", report.Status.Rto);
    }

    [Fact]
    public void What_needs_a_log_says_what_would_supply_it()
    {
        var report = Shipped.Run(Shipped.Symptom("queue depth climbs"));
        Assert.Equal(Scorecard.Names, report.Dimensions.Keys);
        Assert.All(report.Dimensions.Values, d => Assert.Equal(("unmeasured", null), (d.Verdict, d.Value)));
        Assert.All(report.Dimensions.Values, d => Assert.NotEmpty(d.Reason));
        Assert.Null(report.Status.DeltaSMedian);
    }

    [Fact]
    public void The_next_fix_is_the_first_step_and_says_where_it_stands()
    {
        var report = Shipped.Run(Shipped.Symptom("payments get 401 since the key was rotated on the edge"));
        Assert.Equal($"{report.Diagnosis.Steps[0].Text} [{report.Diagnosis.Steps[0].Section}]", report.Status.NextFix);
        Assert.StartsWith("Ask: ", Shipped.Run(Shipped.Symptom("it feels weird")).Status.NextFix);
    }

    [Fact]
    public void Every_formula_that_a_dimension_names_is_written_down()
    {
        var written = File.ReadLines(Repository.Path("docs", "formulas.md")).Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]).ToHashSet();
        Assert.All(Shipped.Run(Shipped.Symptom("queue depth climbs")).Dimensions.Values, d => Assert.Contains(d.Formula, written));
    }
}

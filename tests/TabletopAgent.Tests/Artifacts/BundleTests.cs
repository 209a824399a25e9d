using System.Text.Json;
using TabletopAgent.Artifacts;

namespace TabletopAgent.Tests.Artifacts;

public sealed class BundleTests
{
    private static readonly Material Evening = Sample.Of(Sample.Evening);
    private static readonly Dictionary<string, string> Texts = Bundle.Texts(Evening).ToDictionary(t => t.Name, t => t.Text);

    /// <summary>The seed's list of artifacts and of what each role hands over.</summary>
    [Theory]
    [InlineData("timeline.csv")]
    [InlineData("decision-log.csv")]
    [InlineData("change-set.csv")]
    [InlineData("routing-plan.md")]
    [InlineData("rpo-worksheet.csv")]
    [InlineData("backfill-report.md")]
    [InlineData("probe-board.csv")]
    [InlineData("evaluation-summary.md")]
    [InlineData("stakeholder-updates.csv")]
    [InlineData("checks.csv")]
    [InlineData("error-budget.csv")]
    [InlineData("cache-hit.svg")]
    [InlineData("p95-warm.svg")]
    [InlineData("error-budget.svg")]
    [InlineData("retro.md")]
    [InlineData("after-action-participants.md")]
    [InlineData("after-action-facilitator.md")]
    [InlineData("scorecard.md")]
    [InlineData("scorecard.html")]
    [InlineData("scorecard.json")]
    [InlineData("report.md")]
    [InlineData("report.json")]
    [InlineData("status.json")]
    public void Every_artifact_is_there_and_holds_something(string name) => Assert.True(Texts[name].Length > 50, name);

    [Fact]
    public void The_same_log_gives_the_same_text_whatever_the_order_of_its_lines() =>
        Assert.Equal(Texts, Bundle.Texts(Sample.Of([.. Sample.Evening.Reverse()])).ToDictionary(t => t.Name, t => t.Text));

    [Fact]
    public void Nothing_is_written_as_not_a_number() => Assert.All(Texts, t => Assert.DoesNotContain("NaN", t.Value, StringComparison.Ordinal));

    [Fact]
    public void The_routing_plan_has_moves_who_approved_them_and_the_way_back()
    {
        var plan = Texts["routing-plan.md"];
        Assert.Contains("region:A(active,write),B(passive,read)", plan, StringComparison.Ordinal);
        Assert.Contains("Ines at 14:", plan, StringComparison.Ordinal);
        Assert.Contains("## The way back, last move first", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void The_backfill_report_has_counts_and_the_index_that_answered()
    {
        Assert.Contains("| orders | 1000 |", Texts["backfill-report.md"], StringComparison.Ordinal);
        Assert.Contains("| baseline | 10 | docs-v3-blue | – | cosine | icu | – |", Texts["backfill-report.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_evaluation_summary_has_gates_phases_and_the_safety_battery()
    {
        Assert.Contains("| ΔS, median | pass | 0.39 of 0.45 |", Texts["evaluation-summary.md"], StringComparison.Ordinal);
        Assert.Contains("| baseline | bluff | 5 | 5 |", Texts["evaluation-summary.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_exercise_says_what_it_lacks()
    {
        var empty = Bundle.Texts(Sample.Of("{'type':'note','text':'nothing yet'}")).ToDictionary(t => t.Name, t => t.Text);
        Assert.Contains("No change of routing or cache is in the log.", empty["routing-plan.md"], StringComparison.Ordinal);
        Assert.Contains("Neither counts of writes", empty["backfill-report.md"], StringComparison.Ordinal);
        Assert.Contains("unmeasured: no service was sampled", empty["p95-warm.svg"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_names_the_log_and_the_knowledge_it_was_played_and_judged_with()
    {
        var manifest = JsonElement.Parse(Bundle.Manifest(
            Sample.Of("{'type':'exercise','id':'e-1','knowledge':'abc'}") with { Root = "f00d" }, new(StringComparer.Ordinal) { ["retro.md"] = "beef" }));
        Assert.Equal(("f00d", "abc", "beef"), (manifest.GetProperty("root_hash").GetString(), manifest.GetProperty("knowledge_recorded").GetString(), manifest.GetProperty("files").GetProperty("retro.md").GetString()));
        Assert.NotEmpty(manifest.GetProperty("knowledge_hash").GetString()!);
    }
}

using TabletopAgent.Artifacts;
using TabletopAgent.Tests.Render;

namespace TabletopAgent.Tests.Artifacts;

public sealed class ActionItemsTests
{
    private static readonly Material Bare = Sample.Of("{'type':'exercise','at':'2026-05-04T14:00:00Z','roles':{'cloud-operator':'Marek','llm-owner':'Sofia'}}");

    private static Dimension Of(string verdict, double? value = null, double? target = null) => new(verdict, value, "min", target, "reason", "rto-hold", []);

    private static Material With(Dictionary<string, Dimension> dimensions, params Finding[] findings) => Bare with { Report = SampleReport.Fault with { Dimensions = dimensions, Findings = findings } };

    private static readonly Dictionary<string, Dimension> Passed = new() { ["rto"] = Of("pass", 29, 30), ["ops"] = Of("pass", 1, 1.25), ["rpo"] = Of("pass", 0, 0), ["docs"] = Of("pass") };

    /// <summary>29 of 30 is 3 % off its bar, 1 of 1.25 is 20 %; a bar of nothing has no margin.</summary>
    [Fact]
    public void Of_a_pass_the_narrowest_margins_come_first_and_none_are_invented() =>
        Assert.Equal(["scorecard: rto", "scorecard: ops"], ActionItems.Of(With(Passed)).Select(a => a.From));

    [Fact]
    public void Findings_come_before_margins_and_kinds_take_turns()
    {
        var items = ActionItems.Of(With(Passed, new("a", "docs", "A", []), new("b", "docs", "B", []), new("c", "ops", "C", [])));
        Assert.Equal(["finding a", "finding c", "finding b", "scorecard: rto", "scorecard: ops"], items.Select(a => a.From));
    }

    [Fact]
    public void What_failed_comes_before_findings_and_what_was_not_measured_after_them()
    {
        var items = ActionItems.Of(With(new() { ["safety"] = Of("unmeasured"), ["rto"] = Of("fail", 42, 30) }, new("a", "docs", "A", []), new("e", "counterfactual", "“fail over” at 14:19", [])));
        Assert.Equal(["scorecard: rto", "finding e", "finding a", "scorecard: safety"], items.Select(a => a.From));
        Assert.Equal("Make this decision possible earlier: “fail over” at 14:19", items[1].Text);
    }

    [Fact]
    public void There_are_five_at_most_unless_people_wrote_more()
    {
        Finding[] many = [.. Enumerable.Range(0, 9).Select(i => new Finding($"f{i}", "ops", $"text {i}", []))];
        Assert.Equal(5, ActionItems.Of(With(Passed, many)).Count);
        var log = Sample.Of([.. Enumerable.Range(0, 7).Select(i => $"{{'type':'action-item','at':'2026-05-04T15:0{i}:00Z','text':'item {i}'}}")]);
        Assert.Equal(7, ActionItems.Of(log with { Report = SampleReport.Fault with { Findings = many } }).Count);
    }

    [Fact]
    public void The_owner_proposed_is_who_holds_the_duty_and_is_to_be_confirmed()
    {
        var item = ActionItems.Of(With(Passed)).Single(a => a.From == "scorecard: ops");
        Assert.Equal(("Marek (to confirm)", "to confirm"), (item.OwnerShown, item.DueShown));
        Assert.Equal("to confirm", ActionItems.Of(With(Passed))[0].OwnerShown);
    }

    [Fact]
    public void A_check_is_an_answer() => Assert.DoesNotContain(ActionItems.Of(With(Passed, new Finding("c", "check", "The check cache-hit-rate did not hold", [])), answers: false), a => a.From == "finding c");
}

using TabletopAgent.Diagnose;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Diagnose;

public sealed class FixStepsTests
{
    [Fact]
    public void The_list_under_the_first_promise_of_a_fix_is_taken()
    {
        var steps = Of("# Queue stuck\n\n## Symptoms\n- lag grows\n\n## How to fix\nRead this first.\n\n1. Stop the consumer.\n2. Move the poison message.\n\n## Recovery\n- never reached\n");
        Assert.Equal(["Stop the consumer.", "Move the poison message."], steps.Select(s => s.Text));
        Assert.All(steps, s => Assert.Equal("runbook#how-to-fix", s.Section));
    }

    [Fact]
    public void A_promise_without_a_list_is_passed_over() =>
        Assert.Equal(["Drain it."], Of("# Q\n\n## Fix\nIt depends.\n\n## Mitigation\n- Drain it.\n").Select(s => s.Text));

    [Fact]
    public void A_page_that_promises_nothing_gives_nothing() => Assert.Empty(Of("# Q\n\n## Background\n- a\n- b\n"));

    [Fact]
    public void Many_and_long_steps_are_cut()
    {
        var steps = Of($"# Q\n\n## Steps\n{string.Concat(Enumerable.Range(1, 30).Select(i => $"- {i} {new string('x', 900)}\n"))}");
        Assert.Equal(6, steps.Count);
        Assert.All(steps, s => Assert.True(s.Text.Length <= 241 && s.Text.EndsWith('…')));
    }

    private static List<StepReport> Of(string page) => [.. FixSteps.Of(PageReader.Read(page, "runbook.md", "runbook.md", [])!)];
}

using TabletopAgent.Import;
using TabletopAgent.Import.Forms;

namespace TabletopAgent.Tests.Import.Forms;

public sealed class ChaosJournalTests
{
    private const string Journal = """
        {"chaoslib-version":"1","experiment":{"title":"Losing a pod is not noticed"},"steady_states":{"before":{"steady_state_met":true,"probes":[]},
        "after":{"steady_state_met":HELD,"probes":[{"activity":{"name":"answers"},"tolerance_met":HELD,"status":"failed","exception":["Traceback\n","x.ActivityFailed: pod is Pending\n"],"start":"2024-01-01T10:00:05"}]}},
        "run":[{"activity":{"type":"probe","name":"look"},"start":"2024-01-01T10:00:01","status":"succeeded"},{"activity":{"type":"action","name":"kill"},"start":"2024-01-01T10:00:02","status":"succeeded","output":null}],
        "end":"2024-01-01T10:00:06"}
        """;

    [Fact]
    public void The_first_action_is_the_start_and_a_state_that_was_not_held_has_no_end()
    {
        var draft = Read("false");
        var start = Assert.Single(draft.Keys);
        Assert.Equal((Mark.Impact, 2), (start.Mark, start.Stamp.Second));
        Assert.Contains(draft.Story, p => p.Text.Contains("pod is Pending", StringComparison.Ordinal));
        Assert.False(Assert.Single(draft.Checks).Held);
    }

    [Fact]
    public void The_end_counts_where_the_state_was_held() => Assert.Equal([Mark.Impact, Mark.Resolved], Read("true").Keys.Select(k => k.Mark));

    private static Draft Read(string held) => ChaosJournal.Read("journal.json", JsonTree.Read("journal.json", Journal.Replace("HELD", held, StringComparison.Ordinal), [])!);
}

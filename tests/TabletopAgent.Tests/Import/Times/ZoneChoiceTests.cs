using TabletopAgent.Import;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class ZoneChoiceTests
{
    private static readonly Zone London = Zones.Find("Europe/London")!;

    [Fact]
    public void What_the_document_states_outranks_the_flag()
    {
        var draft = With("10:00");
        draft.Stated = (Zones.Find("PST")!, 3);
        Assert.Equal(("America/Los_Angeles", "document"), Settled(draft, London));
        Assert.Contains(draft.Notes, n => n.Code == "TT622");
    }

    [Fact]
    public void Labels_on_the_entries_count_as_stated() => Assert.Equal(("UTC", "document"), Settled(With("10:00 UTC", "10:05"), null));

    [Fact]
    public void One_label_among_many_does_not_outrank_the_flag() => Assert.Equal(("Europe/London", "flag"), Settled(With("10:00", "10:05", "10:10 UTC"), London));

    [Fact]
    public void With_neither_it_is_assumed_and_said()
    {
        var draft = With("10:00");
        Assert.Equal(("UTC", "assumed"), Settled(draft, null));
        Assert.Contains(draft.Notes, n => n.Code == "TT620");
    }

    [Fact]
    public void An_entry_of_another_zone_is_put_on_the_documents_clock()
    {
        var draft = With("10:00 CET", "10:30 CET", "10:00 UTC");
        Settled(draft, null);
        Assert.Equal("11:00", draft.Entries[2].Local?.ToString("HH:mm"));
    }

    private static (string, string) Settled(Draft draft, Zone? flag) => ZoneChoice.Settle(draft, flag) is var (zone, from) ? (zone.Name, from) : default;

    private static Draft With(params string[] entries) => new("x.md", "report", 1)
    {
        Entries = [.. entries.Select((e, i) => Clock.Leading(e)! is var s ? new Entry(i + 1, s, "a", "a", "") { Local = new DateTime(2024, 1, 5) + s.Clock } : null!)],
    };
}

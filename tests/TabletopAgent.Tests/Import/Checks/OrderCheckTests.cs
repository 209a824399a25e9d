namespace TabletopAgent.Tests.Import.Checks;

public sealed class OrderCheckTests
{
    [Theory]
    [InlineData("Repaired @15:00", "Incident declared @15:10", "order")]
    [InlineData("Repaired @15:00", "Resolved @14:50", "order")]
    [InlineData("Repaired @15:00", "Resolved @15:00", "")]
    [InlineData("First detected @15:30", "Repaired @15:00", "")]
    [InlineData("Fault occurs @15:30", "Resolved @15:00", "negative")]
    public void Milestones_come_in_an_order(string first, string second, string expected) => Assert.Equal(expected, Document.Findings(Document.Keys(first, second)));

    [Fact]
    public void Entries_come_in_an_order()
    {
        Assert.Equal("order", Document.Findings(Document.Timeline("13:00 Update sent to users", "12:57 Change reverted", "13:46 Log read")));
        Assert.Equal("", Document.Findings(Document.Timeline("13:00 Update sent to users", "13:00 Change reverted", "13:46 Log read")));
        Assert.Equal("", Document.Findings(Document.Timeline("13:00 Update sent to users", "~12:57 Change reverted", "13:46 Log read")));
    }

    [Fact]
    public void An_end_before_the_start_is_left_out() => Assert.Equal("impact 15:30", Document.Times(Document.Keys("Fault occurs @15:30", "Resolved @15:00")));

    [Fact]
    public void A_clock_that_never_catches_up_gives_no_end() =>
        Assert.Equal("detected 15:00", Document.Times(Document.Timeline("15:00 Alert", "15:33 Node drained", "13:40 Node back, service restored", "13:50 Incident closed")));
}

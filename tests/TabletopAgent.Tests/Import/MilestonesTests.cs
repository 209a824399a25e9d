namespace TabletopAgent.Tests.Import;

public sealed class MilestonesTests
{
    [Fact]
    public void A_field_outranks_an_entry_and_an_entry_a_sentence() =>
        Assert.Equal("impact 09:40, detected 10:00, mitigated 10:30, resolved 11:00",
            Document.Times(Document.Keys("First detected @10:00") + "\nIt crashed at 09:40 and was fixed at 10:50.\n\n## Timeline\n\n- 2024-03-04 10:05 Alert seen\n- 2024-03-04 10:30 Service restored\n- 2024-03-04 11:00 Incident resolved\n"));

    [Theory]
    [InlineData("detected 10:00, mitigated 10:20, resolved 10:20", "10:00 Alert", "10:20 Everything is working again", "10:30 Announcement to users")]
    [InlineData("detected 10:00, mitigated 10:20, resolved 10:50", "10:00 Alert", "10:20 Pods running again", "10:50 Incident closed")]
    [InlineData("impact 09:50, detected 10:00", "09:50 The API became unavailable", "10:00 Alert", "10:20 Restart did not help")]
    [InlineData("detected 10:00, declared 10:10", "10:00 We notice 502s", "10:10 Incident declared as a precaution")]
    [InlineData("detected 10:00, declared 10:00, resolved 11:00", "10:00 Incident declared: alert on disk space", "11:00 Incident closed")]
    [InlineData("", "10:00 Deployed version 2", "10:10 Coffee")]
    public void Entries_say_what_happened(string expected, params string[] entries) => Assert.Equal(expected, Document.Times(Document.Timeline(entries)).Replace("mitigated 11:00, ", "", StringComparison.Ordinal));

    [Fact]
    public void What_only_has_a_day_has_no_time() =>
        Assert.Equal("", Document.Times("# 2024-03-04, a warning\n\n## Timeline\n\n### 2024-03-04\n\nWe received a mail.\n\n### 2024-03-06\n\nChecked, and considered resolved.\n"));
}

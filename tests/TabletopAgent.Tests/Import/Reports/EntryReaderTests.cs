using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class EntryReaderTests
{
    [Theory]
    [InlineData("## Timeline\n\n- 10:00 down\n- 10:05 up", "down;up")]
    [InlineData("## Timeline\n\n- **17:25 UTC** - Incident declared", "Incident declared")]
    [InlineData("## Timeline\n\n* 1600: full\n* 11.50 - empty", "full;empty")]
    [InlineData("## Timeline\n\n### 2021-01-01 10:00\n\nfirst\n\n### 10:30 - named\n\nsecond", "first;named\nsecond")]
    [InlineData("| When | Who | What |\n|-|-|-|\n| 10:00 | Ada | down |", "Ada | down")]
    [InlineData("| Date | Time | What |\n|-|-|-|\n| 2021-01-01 | 10:00 | down |", "down")]
    [InlineData("## Timeline\n\n```\n14:32 UTC - Customer reports\n14:55 UTC - Service restored\n```\n", "Customer reports;Service restored")]
    [InlineData("10:00 down\n10:05 still down\n10:09 up", "down;still down;up")]
    public void Finds_entries_however_they_are_laid_out(string text, string expected) => Assert.Equal(expected, string.Join(';', EntryReader.Read(ReportLines.Of(text)).Select(e => e.Text)));

    [Theory]
    [InlineData("## Action items\n\n- 2024-01-01 10:00 add an alert")]
    [InlineData("## Impact\n\nBetween 14:22 and 14:26 no metrics")]
    [InlineData("## Summary\n\n2020 was a bad year")]
    [InlineData("| Field | Value |\n|-|-|\n| Start | 2024-01-01 10:00 |\n| End | 2024-01-01 11:00 |")]
    [InlineData("## Timeline\n\n```\n14:32:07 INFO start\n```\n")]
    [InlineData("At 1:00 PM it began.\nAt 1:10 PM it grew.\nAt 1:20 PM it ended.")]
    [InlineData("# 2017-10-17, Cluster full")]
    public void What_is_no_entry_is_none(string text) => Assert.Empty(EntryReader.Read(ReportLines.Of(text)));

    [Fact]
    public void The_zone_in_a_tables_head_is_that_of_its_rows() =>
        Assert.Equal("UTC", EntryReader.Read(ReportLines.Of("| Time (UTC) | What |\n|-|-|\n| 10:00 | down |")).Single().Stamp.Zone);

    [Theory]
    [InlineData("Detection: we got alerts", "Detected")]
    [InlineData("Target group attached (resolved)", "Resolved")]
    [InlineData("OUTAGE BEGINS - nodes melt", "Impact")]
    public void An_entry_may_name_its_milestone(string said, string mark) =>
        Assert.Equal(mark, EntryReader.Read(ReportLines.Of($"## Timeline\n\n- 10:00 {said}")).Single().Named?.ToString());
}

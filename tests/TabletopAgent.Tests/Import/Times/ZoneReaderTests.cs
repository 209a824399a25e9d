using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class ZoneReaderTests
{
    [Theory]
    [InlineData("All times in PST", "America/Los_Angeles")]
    [InlineData("_All times in EDT_", "America/New_York")]
    [InlineData("All times in UC/Pacific", "America/Los_Angeles")]
    [InlineData("Times are in UTC.", "UTC")]
    [InlineData("All times are UTC+2", "UTC+02:00")]
    [InlineData("**Time zone:** Europe/Copenhagen", "Europe/Copenhagen")]
    [InlineData("| Timezone | CET |", "Europe/Berlin")]
    [InlineData("## Timeline (times in BST)", "Europe/London")]
    [InlineData("## Timeline (UTC)", "UTC")]
    [InlineData("## Timeline, all times Eastern", "America/New_York")]
    [InlineData("All times are PST (UTC-7)", "UTC-07:00")]
    [InlineData("Timestamps below are in Denver time", "America/Denver")]
    public void Finds_the_zone_a_document_states(string line, string zone) => Assert.Equal(zone, ZoneReader.Read(ReportLines.Of(line))?.Zone.Name);

    [Theory]
    [InlineData("At the time in question nobody looked.")]
    [InlineData("Three times in a row it failed.")]
    [InlineData("- **Date**: 16 Feb 2026 (PST)")]
    [InlineData("## Timeline (draft)")]
    public void What_names_no_zone_gives_none(string line) => Assert.Null(ZoneReader.Read(ReportLines.Of(line)));
}

using TabletopAgent.Import;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class KeyReaderTests
{
    [Theory]
    [InlineData("- First detected 2020-09-21 18:27", "detected 18:27!")]
    [InlineData("- Incident declared: 2024-04-15 14.43", "declared 14:43!")]
    [InlineData("**Start:** 2024-01-01 10:00 UTC", "impact 10:00!")]
    [InlineData("| Resolved at | 2024-01-01 10:00 |\n|-|-|\n| Start | 09:00 |", "impact 09:00!")]
    [InlineData("Start: 2024-01-01 08:00 - 09:30", "impact 08:00!, resolved 09:30!")]
    [InlineData("**Duration:** 18:00 to 19:12 UTC (72 minutes)", "impact 18:00!, mitigated 19:12!")]
    [InlineData("It was down from 15:30 to 18:10 UTC.", "impact 15:30, mitigated 18:10")]
    [InlineData("Prometheus went down approx 16:03.", "impact 16:03")]
    [InlineData("There is an outage since 14h00 UTC.", "impact 14:00")]
    [InlineData("- ci was back online at 13:00 UTC", "mitigated 13:00")]
    [InlineData("It was resolved at 13:00 by a restart", "resolved 13:00")]
    [InlineData("By 15:02 UTC, ingestion was healthy again.", "mitigated 15:02")]
    [InlineData("It was first reported by a customer at 09:10.", "detected 09:10")]
    [InlineData("Duration: May 10, 2023, 14:00 WTC - May 11, 2023, 03:00 WTC", "impact 14:00!, mitigated 03:00!")]
    [InlineData("The event started at 16:51 UTC and ends at 18:30 UTC, with all of the service gone.", "impact 16:51")]
    [InlineData("The wiki is back to normal since 10:15 UTC.", "mitigated 10:15")]
    [InlineData("The meeting is at 15:00.", "")]
    public void Finds_times_with_a_name(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", KeyReader.Read(ReportLines.Of(text), new HashSet<int>()).Select(k => $"{k.Mark.Word()} {k.Stamp.Hour:00}:{k.Stamp.Minute:00}{(k.Firm ? "!" : "")}")));
}

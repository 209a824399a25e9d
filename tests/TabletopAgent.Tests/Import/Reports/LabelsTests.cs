using TabletopAgent.Import;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class LabelsTests
{
    [Theory]
    [InlineData("Fault occurs", "impact")]
    [InlineData("Start time:", "impact")]
    [InlineData("Incident started at", "impact")]
    [InlineData("OUTAGE BEGINS", "impact")]
    [InlineData("First detected:", "detected")]
    [InlineData("Fault detected", "detected")]
    [InlineData("Time of detection", "detected")]
    [InlineData("Incident declared", "declared")]
    [InlineData("Incident raised", "declared")]
    [InlineData("Repaired:", "mitigated")]
    [InlineData("Service restored", "mitigated")]
    [InlineData("OUTAGE MITIGATED", "mitigated")]
    [InlineData("Resolved", "resolved")]
    [InlineData("End (UTC)", "resolved")]
    [InlineData("resolvedWhen", "resolved")]
    [InlineData("Impact", null)]
    [InlineData("Identified by a colleague", null)]
    [InlineData("Declared as resolved by the team at", null)]
    public void Knows_milestones_by_their_label(string label, string? mark) => Assert.Equal(mark, Labels.Milestone(label)?.Word());

    [Theory]
    [InlineData("Time to detection", "detect")]
    [InlineData("Detection delay", "detect")]
    [InlineData("MTTD", "detect")]
    [InlineData("Time to repair", "repair")]
    [InlineData("Time to recovery", "repair")]
    [InlineData("MTTR", "repair")]
    [InlineData("Measured recovery time", "repair")]
    [InlineData("RTO Achieved", "repair")]
    [InlineData("Time to resolve", "resolve")]
    [InlineData("Total impact duration", "duration")]
    [InlineData("Downtime", "duration")]
    [InlineData("Recovery time objective", null)]
    [InlineData("RTO target", null)]
    [InlineData("Timeline", null)]
    public void Knows_figures_by_their_label(string label, string? figure) => Assert.Equal(figure, Labels.Figure(label));
}

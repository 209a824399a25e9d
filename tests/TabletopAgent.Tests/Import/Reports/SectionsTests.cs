using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class SectionsTests
{
    [Theory]
    [InlineData("Action items", "plans")]
    [InlineData("Review actions", "plans")]
    [InlineData("Next steps", "plans")]
    [InlineData("Timeline (UTC)", "timeline")]
    [InlineData("What happened", "timeline story")]
    [InlineData("Root Cause Analysis", "cause")]
    [InlineData("Contributing Factors", "cause")]
    [InlineData("Summary", "story")]
    [InlineData("Impact", "story seen")]
    [InlineData("Resolution", "repair")]
    [InlineData("Lessons learnt", "lessons")]
    [InlineData("Attendees", "")]
    public void A_heading_promises_something(string heading, string expected)
    {
        (bool, string)[] all =
        [
            (Sections.Plans(heading), "plans"), (Sections.Timeline(heading), "timeline"), (Sections.Cause(heading), "cause"), (Sections.Story(heading), "story"),
            (Sections.Seen(heading), "seen"), (Sections.Repair(heading), "repair"), (Sections.Lessons(heading), "lessons"),
        ];
        Assert.Equal(expected, string.Join(' ', all.Where(a => a.Item1).Select(a => a.Item2)));
    }
}

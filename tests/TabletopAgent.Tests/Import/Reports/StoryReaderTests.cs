using TabletopAgent.Import;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class StoryReaderTests
{
    [Fact]
    public void Takes_what_happened_and_why_and_leaves_plans_and_lessons()
    {
        var draft = new Draft("x.md", "report", 1) { Title = "Uploads rejected" };
        StoryReader.Read(
            ReportLines.Of("# Uploads rejected\n\n## Summary\n\nThe scanner's disk was full of files.\n\n## Root cause\n\nNobody watched the quarantine folder.\n\n## Lessons\n\nWe should have looked earlier here.\n\n## Actions\n\n- Watch the quarantine folder with an alert\n"),
            [], draft);
        Assert.Equal(["Uploads rejected", "The scanner's disk was full of files.", "Nobody watched the quarantine folder."], draft.Story.Select(p => p.Text));
        Assert.Equal([1, 5, 9], draft.Story.Select(p => p.Line));
    }
}

using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class MarkdownReportTests
{
    [Theory]
    [InlineData("2018-01-18-ssl.md", "# 2018-01-11, Warning", "heading 11, file name 18")]
    [InlineData("x.md", "---\ntitle: Incident on 2020-02-12\n---\n# Incident on 2020-02-12", "title 12, heading 12")]
    [InlineData("20240301_db.md", "# Database", "")]
    public void Knows_the_days_a_document_is_named_after(string file, string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", MarkdownReport.Read(file, text).Single().Days.Select(d => $"{d.Where} {d.Stamp.Day}")));

    [Theory]
    [InlineData("# Failover exercise", "exercise report")]
    [InlineData("# Restore drill of May", "exercise report")]
    [InlineData("# Cluster full", "incident report")]
    public void An_exercise_is_called_one(string text, string form) => Assert.Equal(form, MarkdownReport.Read("x.md", text).Single().Form);

    [Fact]
    public void A_report_is_told_from_a_brief()
    {
        Assert.True(MarkdownReport.Is("x.md", "- First detected 2024-01-01 10:00\n- Resolved 2024-01-01 11:00\n"));
        Assert.False(MarkdownReport.Is("x.md", "Symptoms:\n- writes fail since 14:10\n- queue deep since 14:12\n"));
    }
}

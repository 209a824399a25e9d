using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class ReportLinesTests
{
    [Fact]
    public void A_line_knows_its_heading_and_the_one_above() =>
        Assert.Equal([(1, "", ""), (3, "", "A"), (4, "B", "A")], ReportLines.Of("# A\n\n## B\ntext").Select(l => (l.Number, l.Kind == LineKind.Heading ? "" : l.Section, l.Kind == LineKind.Heading ? l.Section : l.Under)));

    [Fact]
    public void A_bold_label_heads_what_is_further_in()
    {
        var lines = ReportLines.Of("- **Key events**\n  - First detected 2024-01-01 10:00\n\n- **Time to repair**: 1h\n");
        Assert.Equal(["Key events", "Key events", "Time to repair"], lines.Select(l => l.Section));
        Assert.Equal(("Time to repair", "1h"), (lines[2].Label, lines[2].Value));
    }

    [Fact]
    public void A_heading_that_is_a_time_heads_nothing() => Assert.Equal("Timeline", ReportLines.Of("## Timeline\n\n### 08:47\n\ntext")[^1].Section);

    [Fact]
    public void A_sentence_over_two_lines_is_one()
    {
        var line = Assert.Single(ReportLines.Of("the pool was\nexhausted"));
        Assert.Equal("the pool was exhausted", line.Text);
    }

    [Theory]
    [InlineData("10:00 down\n10:05 up")]
    [InlineData("Start: 10:00\nEnd: 11:00")]
    [InlineData("[Update - 10:00]\nWorking on it")]
    [InlineData("- a\n- b")]
    public void What_begins_anew_stays_apart(string text) => Assert.Equal(2, ReportLines.Of(text).Count);

    [Fact]
    public void A_row_needs_no_last_pipe()
    {
        var lines = ReportLines.Of("| Time | Event |\n| :--- | --- |\n| 10:00 | down\n| 10:05 | up |\n");
        Assert.Equal(["10:00|down", "10:05|up"], lines.Select(l => string.Join('|', l.Cells)));
        Assert.Equal(["Time", "Event"], lines[0].Head);
    }

    [Fact]
    public void A_fence_hides_what_a_program_printed()
    {
        var lines = ReportLines.Of("- 10:00 alert\n```\n10:01 panic\n```\n- 10:02 up\n");
        Assert.Equal([false, true, false], lines.Select(l => l.Quoted));
    }

    [Fact]
    public void A_fence_that_never_closes_hides_no_entry() =>
        Assert.False(ReportLines.Of("- 10:00 alert\n```\npanic\n\n- 10:02 up\n")[^1].Quoted);

    [Fact]
    public void A_fence_on_one_line_is_text() => Assert.False(ReportLines.Of("fails with:\n```ERROR: no address```\n\n### 17:01\n\nfixed")[^1].Quoted);

    [Fact]
    public void An_underlined_line_is_a_heading() => Assert.Equal((LineKind.Heading, 1), ReportLines.Of("Title\n=====\ntext")[0] is var l ? (l.Kind, l.Depth) : default);

    [Fact]
    public void Lines_keep_their_numbers_behind_front_matter() => Assert.Equal(5, ReportLines.Of("text", 5)[0].Number);

    [Fact]
    public void There_is_an_end_to_lines() => Assert.True(ReportLines.Of(string.Concat(Enumerable.Repeat("- x\n", ReportLines.Most + 100))).Count <= ReportLines.Most);
}

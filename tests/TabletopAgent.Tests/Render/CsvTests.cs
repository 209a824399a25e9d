using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1-2", "'+1-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("+5", "+5")]
    public void A_cell_is_quoted_where_it_must_be_and_never_runs(string value, string cell) => Assert.Equal(cell, CsvWriter.Cell(value));

    [Fact]
    public void A_file_opens_in_Excel_with_its_mark_and_line_ends()
    {
        var text = new StringWriter();
        new CsvWriter(text).Row("ΔS_q_r", null, "0.5");
        Assert.Equal("\uFEFFΔS_q_r,,0.5\r\n", text.ToString());
    }
}

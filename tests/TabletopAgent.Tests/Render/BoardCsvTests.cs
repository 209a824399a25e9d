using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class BoardCsvTests
{
    [Fact]
    public void Opens_right_in_a_spreadsheet_and_holds_no_formula()
    {
        var writer = new StringWriter();
        BoardCsv.Write(SampleBoard.Moved, writer);
        Assert.Equal(
            "\uFEFFprobe_id,topic,expected_section,ΔS_before,ΔS_after,coverage_before,coverage_after,λ_before,λ_after,λ_trend,moved,ΔS_reported\r\n"
            + "p-001,\"leave, paid\",benefits.pto,0.38,0.66,0.78,0.52,→,<>,×,\"ΔS 0.38 → 0.66; λ from → to <>\",\r\n"
            + "\"'=HYPERLINK(\"\"x\"\")\",,,0.41,0.4123,,,,,,,0.4\r\n",
            writer.ToString());
    }
}

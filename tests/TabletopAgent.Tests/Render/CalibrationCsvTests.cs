using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class CalibrationCsvTests
{
    [Fact]
    public void A_row_is_a_twentieth()
    {
        var to = new StringWriter();
        CalibrationCsv.Write(SampleCalibration.One, to);
        var rows = to.ToString().Split("\r\n");
        Assert.Equal("\uFEFFΔS_from,ΔS_to,right_pairs,random_pairs", rows[0]);
        Assert.Equal("0.05,0.1,0.5,0", rows[2]);
        Assert.Equal(22, rows.Length);
    }
}

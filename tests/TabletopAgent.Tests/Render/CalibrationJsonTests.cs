using System.Text.Json;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class CalibrationJsonTests
{
    [Fact]
    public void The_bars_stand_beside_each_other()
    {
        var json = JsonElement.Parse(CalibrationJson.Of(SampleCalibration.One));
        Assert.Equal(0.45, json.GetProperty("raw").GetProperty("pass").GetDouble());
        Assert.Equal(0.38, json.GetProperty("calibrated").GetProperty("pass").GetDouble());
    }
}

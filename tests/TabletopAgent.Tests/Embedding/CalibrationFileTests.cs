using TabletopAgent.Embedding;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Embedding;

public sealed class CalibrationFileTests
{
    [Fact]
    public void The_shipped_calibration_is_of_the_shipped_model()
    {
        var bars = BuiltIn.Calibrated(BuiltIn.Model(Embedder.Shared));
        Assert.True(bars is not null, "retrained? dotnet run -c Release --project tools/TrainEmbedder -- calibrate");
        Assert.InRange(bars.Pass, 0.3, 0.7);
        Assert.InRange(bars.Act, 0.3, 0.9);
    }
}

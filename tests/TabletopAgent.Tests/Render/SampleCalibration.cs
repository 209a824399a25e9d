using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

internal static class SampleCalibration
{
    public static readonly CalibrationReport One = new(
        "bge<m3>", 20, 380, 0.31, 0.52, 0.97, new(0.45, 0.6), new(0.38, 0.44), 0.06, 0.9, "raw", "With this embedder 0.45 would pass 6 % of random pairs.",
        [0, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0.25, 0.25, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    public static string Json(CalibrationReport calibration) => CalibrationJson.Of(calibration);
}

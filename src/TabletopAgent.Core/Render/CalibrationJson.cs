namespace TabletopAgent.Render;

internal static class CalibrationJson
{
    public static string Of(CalibrationReport calibration) => JsonText.Of(calibration, ReportContext.Plain.CalibrationReport, Json.Indented);
}

namespace TabletopAgent.Render;

/// <summary>The whole report, indented, for people and programs that read every field.</summary>
internal static class ReportJson
{
    public static string Of(Report report) => JsonText.Of(report, ReportContext.Plain.Report, Json.Indented);
}

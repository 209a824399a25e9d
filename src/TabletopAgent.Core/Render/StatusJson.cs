namespace TabletopAgent.Render;

/// <summary>The status object on one line: the answer to the seed's fourth question, its five keys first.</summary>
internal static class StatusJson
{
    public static string Of(Report report) => JsonText.Of(report.Status, ReportContext.Plain.Status, Json.Compact);
}

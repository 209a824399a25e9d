namespace TabletopAgent.Render;

internal static class BoardJson
{
    public static string Of(BoardReport board) => JsonText.Of(board, ReportContext.Plain.BoardReport, Json.Indented);
}

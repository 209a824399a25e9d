using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>All that people take away from an exercise, by the name of its file. The painter of PNG takes the pictures from the material.</summary>
internal static class Bundle
{
    public static IEnumerable<(string Name, string Text)> Texts(Material m)
    {
        foreach (var sheet in Sheet.Of(m)) yield return ($"{sheet.Name}.csv", Text(sheet.Csv));
        yield return ("probe-board.csv", Text(w => BoardCsv.Write(m.Board, w)));
        yield return Markdown("routing-plan", RoutingPlan.Of(m));
        yield return Markdown("backfill-report", BackfillReport.Of(m));
        yield return Markdown("evaluation-summary", EvaluationSummary.Of(m));
        yield return Markdown("retro", RetroMinutes.Of(m));
        yield return Markdown("after-action-participants", AfterAction.Of(m, facilitator: false));
        yield return Markdown("after-action-facilitator", AfterAction.Of(m, facilitator: true));
        yield return Markdown("scorecard", ScoreSheet.Of(m));
        yield return ("scorecard.html", Text(w => DocumentHtml.Write(ScoreSheet.Of(m), w)));
        yield return ("scorecard.json", ScoreSheet.Json(m));
        foreach (var (name, drawing) in m.Pictures) yield return ($"{name}.svg", Svg.Of(drawing));
        yield return ("report.md", Text(w => ReportMarkdown.Write(m.Report, w)));
        yield return ("report.json", ReportJson.Of(m.Report) + "\n");
        yield return ("status.json", StatusJson.Of(m.Report) + "\n");
    }

    /// <summary>By what the artifacts are known again: their hashes, the log they were made of, and the knowledge used.</summary>
    /// <param name="hashes">SHA-256 of each file, hex.</param>
    public static string Manifest(Material m, SortedDictionary<string, string> hashes) => JsonText.Of(Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteString("id", m.Report.Id);
        json.WriteString("overall", m.Report.Overall);
        json.WriteString("root_hash", m.Root);
        json.WriteString("inputs_hash", m.Report.InputsHash);
        json.WriteString("knowledge_hash", m.Report.KnowledgeHash);
        json.WriteString("knowledge_recorded", m.Head?.Text("knowledge") is { Length: > 0 } recorded ? recorded : null);
        json.WriteString("program", m.Report.Program);
        json.WriteStartObject("files");
        foreach (var (name, hash) in hashes) json.WriteString(name, hash);
        json.WriteEndObject();
        json.WriteEndObject();
    }) + "\n";

    private static (string, string) Markdown(string name, Document document) => ($"{name}.md", Text(w => DocumentMarkdown.Write(document, w)));

    private static string Text(Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        return text.ToString();
    }
}

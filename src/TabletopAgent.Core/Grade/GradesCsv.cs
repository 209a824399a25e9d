using System.Globalization;
using TabletopAgent.Render;

namespace TabletopAgent.Grade;

/// <summary>A row for each grade, for a spreadsheet.</summary>
internal sealed class GradesCsv(TextWriter to)
{
    private static readonly string[] Dimensions = ["rto", "rpo", "semantics", "safety", "ops", "docs"];

    private readonly CsvWriter _csv = new(to);

    public void Head() => _csv.Row([
        "file", "line", "format", "id", "title", "team", "tier", "date", "overall", .. Dimensions, "rto_min", "data_age_min", "updates", "windows_missed", "layer", "second_layer", "next_fix", "findings"]);

    public void Row(Graded g) => _csv.Row([
        g.File, g.Line?.ToString(CultureInfo.InvariantCulture), g.Format, g.Id, g.Title, g.Team, g.Tier, g.Date, g.Overall, .. Dimensions.Select(g.Verdict),
        N(g.Dimensions.FirstOrDefault(d => d.Name == "rto")?.Value), N(g.Stores.Max(s => s.DataAgeMin)), N(g.Updates), N(g.WindowsMissed), g.Layer, g.SecondLayer, g.NextFix,
        string.Join(' ', g.Findings.Select(f => f.Id))]);

    private static string? N(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);
}

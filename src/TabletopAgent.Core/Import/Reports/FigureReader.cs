using System.Text.RegularExpressions;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Reports;

/// <summary>Finds the lengths of time that a document states about itself.</summary>
internal static partial class FigureReader
{
    public static void Read(IReadOnlyList<ReportLine> lines, List<Figure> found)
    {
        foreach (var line in lines)
        {
            if (line.Quoted || Sections.Plans(line.Section)) continue;
            if (line.Kind == LineKind.Row)
            {
                for (var c = 0; c + 1 < line.Cells.Count; c++) Add(line, line.Cells[c], line.Cells[c + 1], found);
                continue;
            }

            if (Field(line, found)) continue;
            // A heading of that name, and the figure alone below it.
            if (line.Kind == LineKind.Text && line.Text.Length < 60 && Labels.Figure(line.Section) is not null) Add(line, line.Section, line.Text, found);
            else Sentence(line, found);
        }

        // A sentence may speak of one part only; it counts where no field does.
        found.RemoveAll(f => !f.Firm && found.Exists(o => o.Firm && (o.Kind == f.Kind || f.Kind == "duration" && o.Kind != "detect")));
    }

    private static bool Field(ReportLine line, List<Figure> found)
    {
        if (line.Label is { } label && Labels.Figure(label) is not null) return Add(line, label, line.Value.Length > 0 ? line.Value : line.Text, found);
        var colon = Cut().Match(line.Text);
        return colon.Success && Labels.Figure(line.Text[..colon.Index]) is not null && Add(line, line.Text[..colon.Index], line.Text[(colon.Index + colon.Length)..], found);
    }

    private static bool Add(ReportLine line, string label, string value, List<Figure> found)
    {
        if (Labels.Figure(label) is not { } kind || Durations.Value(value) is not { } length) return false;
        found.Add(new Figure(kind, line.Number, length, line.Text, Firm: true));
        return true;
    }

    private static void Sentence(ReportLine line, List<Figure> found)
    {
        if (Sections.Lessons(line.Section) && !Recovery().IsMatch(line.Text)) return;
        foreach (var length in Durations.All(line.Text))
        {
            var before = line.Text[Math.Max(0, length.Start - 60)..length.Start];
            var after = line.Text[length.End..Math.Min(line.Text.Length, length.End + 40)];
            if (Lasted().IsMatch(before) || From().IsMatch(after)) found.Add(new Figure("duration", line.Number, length, line.Text, Firm: false));
            else if (Delay().IsMatch(after)) found.Add(new Figure("detect", line.Number, length, line.Text, Firm: false));
        }
    }

    [GeneratedRegex(@"\s*[:=]\s*|\s+[-–—]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Cut();

    [GeneratedRegex(@"\brecovery took\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Recovery();

    [GeneratedRegex(@"^[\s,(]*(?:from|between)\s+[\d~]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^(?: of)?[\s-]+(?:detection (?:delay|gap|time)|delay in detecti\w+|(?:to|until) detect\w*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Delay();

    [GeneratedRegex(@"\b(?:lasted|lasting|outage of|downtime of|incident of|recovery took|(?:was|were|went) (?:down|unavailable|offline|out) for|total of)(?: for| a total of| only| just)*\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lasted();
}

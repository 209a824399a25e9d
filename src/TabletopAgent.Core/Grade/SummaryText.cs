using System.Globalization;
using TabletopAgent.Render;

namespace TabletopAgent.Grade;

/// <summary>A line for each grade as it comes, and the summary as tables for a terminal.</summary>
internal static class SummaryText
{
    public static void Line(TextWriter to, Ink ink, Graded grade)
    {
        var marks = string.Concat(grade.Dimensions.Select(d => Mark(ink, d.Verdict)));
        var rto = grade.Dimensions.FirstOrDefault(d => d.Name == "rto")?.Value is { } minutes ? $"{Figure(minutes)}m" : "–";
        to.Write($"{ink.Verdict(grade.Overall, Column.Pad(grade.Overall, 11))}{marks}  {Column.Pad(rto, 7)}{Column.Pad(grade.Layer ?? grade.Diagnosis, 24)}{Untrusted.OneLine(grade.Where)}\n");
        if (grade.ModelNote is { } note) Column.Write(to, $"  note ({note.Kind}): ", note.Text);
    }

    public static void Head(TextWriter to, Ink ink) =>
        to.Write(ink.Faint($"{Column.Pad("verdict", 11)}RPSFOD  {Column.Pad("RTO", 7)}{Column.Pad("failing layer", 24)}file   (RTO, RPO, Semantics, saFety, Ops, Docs: + pass, x fail, . unmeasured)") + "\n");

    public static void Refused(TextWriter to, Ink ink, Note why) => to.Write($"{ink.Verdict("error", Column.Pad("refused", 11))}{Untrusted.OneLine(why.ToString())}\n");

    public static void Of(Summary s, TextWriter to, Ink ink)
    {
        to.Write($"\n{ink.Strong($"{s.Passed} of {s.Logs} pass")}{(s.PassPercent is { } percent ? $" ({Figure(percent)} %)" : "")}");
        to.Write(s.Required.Count > 0 ? $", of those required: {string.Join(", ", s.Required)}\n" : ", all six dimensions required\n");
        to.Write($"read {s.Read} = graded {s.GradedFiles} + refused {s.Refused}{(s.Skipped > 0 ? $"; {s.Skipped} of other kinds were left alone" : "")}\n");
        if (s.Logs == 0) return;
        Table(to, ink, "dimension", ["pass", "fail", "unmeasured", "pass rate"],
            s.Dimensions.Select(d => (d.Name, new[] { $"{d.Pass}", $"{d.Fail}", $"{d.Unmeasured}", $"{Figure(d.PassPercent)} %" })));
        Table(to, ink, "RTO, minutes", ["services", "within", "unmeasured", "min", "median", "p90", "max"], s.RtoByTier.Concat(s.RtoByTeam).Select(Row));
        Table(to, ink, "data age, minutes", ["stores", "within", "unmeasured", "min", "median", "p90", "max"], s.DataAgeByTier.Concat(s.DataAgeByTeam).Select(Row));
        Spread(to, ink, s);
        Counts(to, ink, "failing layer", s.Layers);
        Counts(to, ink, "missed", s.MissedGates);
        Counts(to, ink, "findings", s.FindingKinds);
        Table(to, ink, "month", ["logs", "pass", "RTO median"], s.Trend.Select(m => (m.Name, new[] { $"{m.Logs}", $"{m.Passed}", Figure(m.RtoMedian) })));
        Counts(to, ink, "would be needed next time", s.Missing);
        Ranks(to, ink, "best evidence", s.BestEvidence);
        Ranks(to, ink, "least evidence", s.WorstEvidence);
        if (s.Against is { } against) Against(to, ink, against);
    }

    public static string Figure(double? value) => value is { } v ? v.ToString("0.##", CultureInfo.InvariantCulture) : "–";

    private static string Mark(Ink ink, string verdict) => ink.Verdict(verdict, verdict switch { "pass" => "+", "fail" => "x", _ => "." });

    private static (string, string[]) Row(GroupSpread g) =>
        (g.Name, [$"{g.Of}", $"{g.Within}", $"{g.Unmeasured}", Figure(g.Minutes.Min), Figure(g.Minutes.Median), Figure(g.Minutes.P90), Figure(g.Minutes.Max)]);

    private static void Spread(TextWriter to, Ink ink, Summary s)
    {
        var rows = new List<(string, string[])> { ("stakeholder updates", [$"{s.Comms.Updates.N}", Figure(s.Comms.Updates.Min), Figure(s.Comms.Updates.Median), Figure(s.Comms.Updates.P90), Figure(s.Comms.Updates.Max)]) };
        if (s.DataAge.N > 0) rows.Add(("data age, all stores", [$"{s.DataAge.N}", Figure(s.DataAge.Min), Figure(s.DataAge.Median), Figure(s.DataAge.P90), Figure(s.DataAge.Max)]));
        Table(to, ink, "spread", ["of", "min", "median", "p90", "max"], rows);
        to.Write($"  {s.Comms.Silent} without any update, {s.Comms.MissedWindows} missed the quota of two in 30 minutes, {s.StoresWithGaps} stores with writes unaccounted for\n");
    }

    private static void Against(TextWriter to, Ink ink, Comparison c)
    {
        Table(to, ink, $"against {c.Logs} earlier logs", ["before", "now"],
            [("pass rate", [$"{Figure(c.PassPercent)} %", $"{Figure(c.PassPercentNow)} %"]), ("RTO median", [Figure(c.RtoMedian), Figure(c.RtoMedianNow)]),
                .. c.Dimensions.Select(d => (d.Name, new[] { $"{Figure(d.Before)} %", $"{Figure(d.Now)} %" }))]);
        if (c.Gone.Count > 0) Column.Write(to, "  no longer found: ", string.Join(", ", c.Gone));
        if (c.New.Count > 0) Column.Write(to, "  found now: ", string.Join(", ", c.New));
    }

    private static void Counts(TextWriter to, Ink ink, string title, IReadOnlyList<Count> counts)
    {
        if (counts.Count == 0) return;
        to.Write($"\n{ink.Strong(title)}\n");
        foreach (var count in counts) Column.Write(to, $"  {count.N,5}  ", count.What);
    }

    private static void Ranks(TextWriter to, Ink ink, string title, IReadOnlyList<EvidenceRank> ranks)
    {
        to.Write($"\n{ink.Strong(title)}\n");
        foreach (var rank in ranks) to.Write($"  {rank.Measured} of 6 measured  {Untrusted.OneLine(rank.File)}{(rank.Line is { } line ? $":{line}" : "")}\n");
    }

    private static void Table(TextWriter to, Ink ink, string title, string[] heads, IEnumerable<(string Name, string[] Cells)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        const int widest = 32;
        var first = Math.Min(widest, all.Max(r => r.Name.Length));
        first = Math.Max(first, title.Length);
        to.Write($"\n{ink.Strong(Column.Pad(title, first))}  {string.Join("  ", heads.Select(h => h.PadLeft(Math.Max(8, h.Length))))}\n");
        foreach (var (name, cells) in all)
            to.Write($"{Column.Pad(name, first)}  {string.Join("  ", cells.Select((c, i) => c.PadLeft(Math.Max(8, heads[i].Length))))}\n");
    }
}

using System.Text.RegularExpressions;
using TabletopAgent.Import.Times;
using static System.FormattableString;

namespace TabletopAgent.Import.Reports;

/// <summary>A document of several incidents may sum them up; the sum must be theirs.</summary>
internal static partial class Totals
{
    public static void Check(IReadOnlyList<ReportLine> lines, IReadOnlyList<Draft> drafts)
    {
        var each = drafts.Select(d => d.Figures.Find(f => f.Kind == "duration")?.Length.Minutes).ToList();
        if (each.Exists(m => m is null)) return;
        var sum = each.Sum()!.Value;
        foreach (var line in lines)
            foreach (var length in Durations.All(line.Text))
            {
                var around = line.Text[Math.Max(0, length.Start - 40)..Math.Min(line.Text.Length, length.End + 40)];
                if (length.Minutes <= each.Max() || !Sum().IsMatch(around) || Math.Abs(length.Minutes - sum) <= sum * 0.1) continue;
                drafts[0].Findings.Add(new Contradiction("duration", Invariant($"a total of {length.Minutes / 60:0.#} h is stated; the {drafts.Count} incidents add up to {sum / 60:0.#} h."), [line.Number]));
                return;
            }
    }

    [GeneratedRegex(@"\b(?:total\w*|cumulative|combined|altogether|across (?:all|the|\w+) (?:\w+ )?incidents)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sum();
}

using System.Text.RegularExpressions;
using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;
using static System.FormattableString;

namespace TabletopAgent.Import.Checks;

/// <summary>Sentences that measure something themselves: "down for 3 hours, from 15:30 to 18:10", "detection to resolution in 12 minutes".</summary>
internal static partial class PhraseCheck
{
    public static void Check(Draft draft, IReadOnlyDictionary<Mark, Told> times)
    {
        foreach (var line in draft.Lines)
        {
            if (line.Quoted || line.Kind == LineKind.Heading) continue;
            var lengths = Durations.All(line.Text);
            if (lengths.Count == 0) continue;
            Windows(draft, line, lengths);
            Since(draft, line, lengths, times);
            foreach (Match m in Between().Matches(line.Text))
                if (lengths.Find(l => l.Start >= m.Index + m.Length && l.Start - m.Index - m.Length < 4) is { Minutes: > 0 } length && Named(m.Groups["from"].Value) is { } from && Named(m.Groups["to"].Value) is { } to)
                    Compare(draft, line, length, times, from, to);
        }
    }

    /// <summary>A length right beside its own "from … to …".</summary>
    private static void Windows(Draft draft, ReportLine line, List<Length> lengths)
    {
        var stamps = Clock.In(line.Text).Where(s => s.HasTime).ToList();
        for (var i = 0; i < stamps.Count; i++)
        {
            var (from, end) = (stamps[i], stamps[i].End);
            var before = line.Text[Math.Max(0, from.Start - 60)..from.Start];
            var to = from.Until is { } until ? until.ToTimeSpan() : (TimeSpan?)null;
            if (to is null && i + 1 < stamps.Count && Joins().IsMatch(line.Text[from.End..stamps[i + 1].Start]) && (!stamps[i + 1].HasDate || stamps[i + 1].Day == from.Day))
                (to, end) = (stamps[i + 1].Clock, stamps[i + 1].End);
            if (to is not { } finish) continue;
            var near = lengths.Find(l => l.End <= from.Start && Bridge().IsMatch(line.Text[l.End..from.Start]) || l.Start >= end && l.Start - end < 3);
            if (near.Minutes <= 0) continue;
            var minutes = (finish - from.Clock).TotalMinutes;
            if (minutes < 0) minutes += 24 * 60;
            if (!DurationCheck.Fits(near, minutes))
                Add(draft, line, Invariant($"{Say(near.Minutes)} is stated beside {from.Clock:hh\\:mm} to {finish:hh\\:mm}, which is {Say(minutes)}."));
        }
    }

    /// <summary>"not until November 12th 10:17pm, a day and a half after the issue arose".</summary>
    private static void Since(Draft draft, ReportLine line, List<Length> lengths, IReadOnlyDictionary<Mark, Told> times)
    {
        if (!times.TryGetValue(Mark.Impact, out var start)) return;
        foreach (var length in lengths.Where(l => Arose().IsMatch(line.Text[l.End..])))
            if (Clock.In(line.Text[..length.Start]).LastOrDefault() is { HasDate: true, HasTime: true } stamp && length.Start - stamp.End < 12)
            {
                var local = new DateTime(stamp.Year ?? start.Local.Year, stamp.Month!.Value, Math.Min(stamp.Day!.Value, 28)) + stamp.Clock + TimeSpan.FromDays(stamp.Day.Value - Math.Min(stamp.Day.Value, 28));
                var minutes = (local - start.Local).TotalMinutes;
                if (!DurationCheck.Fits(length, minutes)) Add(draft, line, $"{Say(length.Minutes)} after the start is stated; the times give {Say(minutes)}.");
            }
    }

    private static void Compare(Draft draft, ReportLine line, Length length, IReadOnlyDictionary<Mark, Told> times, Mark from, Mark to)
    {
        if (!times.TryGetValue(from, out var a) || !times.TryGetValue(to, out var b) && !(to == Mark.Resolved && times.TryGetValue(Mark.Mitigated, out b))) return;
        var ends = new[] { b!, times.GetValueOrDefault(Mark.Mitigated) ?? b! };
        if (ends.Any(e => DurationCheck.Fits(length, (e.Local - a.Local).TotalMinutes))) return;
        Add(draft, line, Invariant($"{from.Word()} to {to.Word()} is stated as {Say(length.Minutes)}; the times give {Say((b!.Local - a.Local).TotalMinutes)}."));
    }

    private static void Add(Draft draft, ReportLine line, string text)
    {
        if (!draft.Findings.Exists(f => f.Kind == "duration" && f.Lines.Contains(line.Number))) draft.Findings.Add(new Contradiction("duration", text, [line.Number]));
    }

    private static Mark? Named(string word) => char.ToLowerInvariant(word[0]) switch
    {
        's' or 'o' or 'i' => Mark.Impact,
        'd' => word.StartsWith("decl", StringComparison.OrdinalIgnoreCase) ? Mark.Declared : Mark.Detected,
        'm' => Mark.Mitigated,
        _ => Mark.Resolved,
    };

    private static string Say(double minutes) => Invariant($"{Math.Truncate(minutes / 60):0}h {Math.Abs(minutes % 60):0}m");

    [GeneratedRegex(@"^ after (?:the )?(?:issue|incident|outage|problem|impact|it)s? (?:arose|began|started|occurred)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Arose();

    [GeneratedRegex(@"\b(?<from>start|onset|impact|detection|declaration) to (?<to>detection|mitigation|repair|resolution|recovery|restoration)(?: time)?(?:\s+(?:in|was|took|is|of|only|about))*[:\s]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*(?:to|until|till|and|-|–|—)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^[\s,(]*(?:from|between)?[\s(]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bridge();
}

using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Reports;

/// <summary>Tells a document of several incidents from one of several parts: each incident has its own heading, times and figures.</summary>
internal static class Splitter
{
    /// <returns>The lines of each incident; one list where the document tells of one.</returns>
    public static IReadOnlyList<IReadOnlyList<ReportLine>> Split(IReadOnlyList<ReportLine> lines)
    {
        foreach (var level in lines.Where(l => l.Kind == LineKind.Heading).Select(l => l.Depth).Distinct().Order())
        {
            var parts = Parts(lines, level).Where(Whole).ToList();
            if (parts.Count > 1) return parts;
        }

        return [lines];
    }

    private static IEnumerable<List<ReportLine>> Parts(IReadOnlyList<ReportLine> lines, int level)
    {
        List<ReportLine>? part = null;
        foreach (var line in lines)
        {
            if (line.Kind == LineKind.Heading && line.Depth <= level)
            {
                if (part is not null) yield return part;
                part = line.Depth == level ? [] : null;
            }

            part?.Add(line);
        }

        if (part is not null) yield return part;
    }

    /// <summary>Has a start or detection and an end of its own, or a dated heading with a span or a timeline below it.</summary>
    private static bool Whole(List<ReportLine> part)
    {
        var entries = EntryReader.Read(part.Skip(1).ToList());
        var keys = KeyReader.Read(part.Skip(1).ToList(), entries.Select(e => e.Line).ToHashSet()).Where(k => k.Firm).ToList();
        var spans = keys.Exists(k => k.Mark <= Mark.Declared) && keys.Exists(k => k.Mark >= Mark.Mitigated);
        var head = Clock.Leading(part[0].Text);
        if (head is not null && (head.HasTime || part[0].Text.Length - head.End < 3)) return false;
        var dated = Clock.In(part[0].Text).Exists(s => s.HasDate);
        return spans || dated && entries.Count(e => e.Stamp.HasTime) > 2;
    }
}

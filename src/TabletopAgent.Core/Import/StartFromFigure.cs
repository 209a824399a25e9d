using TabletopAgent.Import.Checks;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import;

/// <summary>
/// Some reports count their time to repair from a start that no field gives. Where the stated figure reaches back from the repair to
/// exactly one entry before the detection, that entry is the start.
/// </summary>
internal static class StartFromFigure
{
    public static void Infer(Draft draft, Zone zone, Dictionary<Mark, Told> times)
    {
        if (times.ContainsKey(Mark.Impact) || !times.TryGetValue(Mark.Detected, out var detected) || !detected.Firm) return;
        foreach (var figure in draft.Figures.Where(f => f is { Firm: true, Length: { Approx: false, Grain: 1 } }))
        {
            var to = figure.Kind == "resolve" ? Mark.Resolved : Mark.Mitigated;
            if (figure.Kind == "detect" || !times.TryGetValue(to, out var end)) continue;
            if (times.Values.Any(t => t.Mark < to && DurationCheck.Fits(figure.Length, (end.Local - t.Local).TotalMinutes))) continue;
            var from = draft.Entries.FindAll(e => e is { DayOnly: false, Stamp.Open: false, Local: { } local } && local < detected.Local
                && DurationCheck.Fits(figure.Length, (end.Local - local).TotalMinutes));
            if (from is not [{ Local: { } start } entry]) continue;
            times[Mark.Impact] = new Told(Mark.Impact, start, zone.ToUtc(start), entry.Stamp.Approx, entry.Line, entry.Head, Firm: false);
            draft.Notes.Add(Notes.StartFromFigure(draft.At(figure.Line), $"time to {figure.Kind}", start.ToString("HH:mm")));
            return;
        }
    }
}

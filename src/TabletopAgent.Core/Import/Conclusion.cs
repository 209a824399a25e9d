using TabletopAgent.Import.Checks;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import;

/// <summary>From what stands in a document to what follows from it: one way for all forms.</summary>
internal static class Conclusion
{
    public static Imported Of(Draft draft, ImportOptions options)
    {
        var flag = options.Zone is { } named ? Zones.Find(named) : null;
        Typos.Mend(draft);
        var calendar = new Calendar(draft);
        calendar.Resolve();
        calendar.StartDays();
        var (zone, from) = ZoneChoice.Settle(draft, flag);
        zone = ZoneProof.Check(draft, zone);
        OrderCheck.Negative(draft);
        var times = Milestones.Of(draft, zone);
        StartFromFigure.Infer(draft, zone, times);
        OrderCheck.Check(draft, times);
        DurationCheck.Check(draft, times);
        PhraseCheck.Check(draft, times);
        DateCheck.Check(draft, calendar, times);
        ConflictCheck.Check(draft, zone, times);

        double? Figure(string kind) => draft.Figures.Where(f => f.Kind == kind).OrderByDescending(f => f.Firm).Select(f => (double?)f.Length.Minutes).FirstOrDefault();
        var stated = new Stated(times, zone, from, Figure("detect"), Figure("repair"), Figure("resolve"), Figure("duration"));
        var findings = draft.Findings.Select(f => new Finding($"{f.Kind}-{f.Lines[0]}", f.Kind, f.Text, [.. f.Lines.Select(l => draft.At(l).ToString())])).ToList();
        return new Imported(draft.File, draft.Form, draft.Line, draft.Title, Assembly.Of(draft, stated, findings), stated, findings, Capped(draft));
    }

    /// <summary>A document that does the same wrong a thousand times is told so once for all.</summary>
    private static List<Note> Capped(Draft draft)
    {
        const int listed = 20;
        var notes = draft.Notes.GroupBy(n => n.Code).SelectMany(g => g.Take(listed)).ToList();
        foreach (var code in draft.Notes.GroupBy(n => n.Code).Where(g => g.Count() > listed)) notes.Add(Notes.Repeated(draft.At(0), code.Key, code.Count() - listed));
        return notes;
    }
}

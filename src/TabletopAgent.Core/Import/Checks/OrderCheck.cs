
namespace TabletopAgent.Import.Checks;

/// <summary>Entries and milestones that come in an order in which they cannot have happened.</summary>
internal static class OrderCheck
{
    private const string Clock = "yyyy-MM-dd HH:mm";

    public static void Check(Draft draft, IReadOnlyDictionary<Mark, Told> times)
    {
        var said = new List<string>();
        var lines = new List<int>();
        Entry? last = null;
        foreach (var entry in draft.Entries.Where(e => e is { Local: not null, DayOnly: false, Stamp.Open: false }))
        {
            if (last is not null && entry.Section == last.Section && entry.Local < last.Local && !entry.Stamp.Approx && !last.Stamp.Approx)
            {
                said.Add($"{entry.Local:HH:mm} stands behind {last.Local:HH:mm}");
                lines.Add(entry.Line);
            }

            last = entry;
        }

        foreach (var (early, late) in new[] { (Mark.Declared, Mark.Mitigated), (Mark.Declared, Mark.Resolved), (Mark.Mitigated, Mark.Resolved) })
            if (times.TryGetValue(early, out var a) && times.TryGetValue(late, out var b) && a.Local > b.Local)
            {
                said.Add($"{early.Word()} {a.Local.ToString(Clock)} is after {late.Word()} {b.Local.ToString(Clock)}");
                lines.AddRange([a.Line, b.Line]);
                break;
            }

        if (said.Count > 0) draft.Findings.Add(new Contradiction("order", $"out of order: {string.Join("; ", said.Take(5))}.", [.. lines.Distinct()]));
    }

    /// <summary>The entry at which the clock falls back by more than half an hour and stays behind to the end; null where it does not.</summary>
    public static Entry? FallsBack(Draft draft)
    {
        var timed = draft.Entries.FindAll(e => e is { Local: not null, DayOnly: false, Stamp.Open: false });
        for (var i = 1; i < timed.Count; i++)
            if (timed[i - 1].Local - timed[i].Local > TimeSpan.FromMinutes(30) && timed[i].Section == timed[i - 1].Section && timed[^1].Local < timed[i - 1].Local && i + 1 < timed.Count)
                return timed[i];
        return null;
    }

    /// <summary>An end before its start is no end: it is said and left out, so that no duration becomes negative.</summary>
    public static void Negative(Draft draft)
    {
        if (draft.Keys.Find(k => k.Firm && k.Mark == Mark.Impact && k.Local is not null) is not { Local: { } start } from) return;
        foreach (var end in draft.Keys.Where(k => k.Firm && k.Mark >= Mark.Mitigated && k.Local < start).ToList())
        {
            draft.Findings.Add(new Contradiction("negative", $"{end.Mark.Word()} {end.Local?.ToString(Clock)} is before the start {start.ToString(Clock)}; it is left out.", [end.Line, from.Line]));
            draft.Keys.Remove(end);
        }
    }
}

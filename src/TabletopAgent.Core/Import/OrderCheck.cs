namespace TabletopAgent.Import;

/// <summary>Entries and milestones that come in an order in which they cannot have happened.</summary>
internal static class OrderCheck
{
    private const string Clock = "yyyy-MM-dd HH:mm";

    public static void Check(Draft draft, Dictionary<Mark, Told> times)
    {
        Negative(draft, times);
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

    /// <summary>An end before its start is no end: it is said and left out, so that no duration becomes negative.</summary>
    private static void Negative(Draft draft, Dictionary<Mark, Told> times)
    {
        foreach (var end in new[] { Mark.Mitigated, Mark.Resolved })
            if (times.TryGetValue(Mark.Impact, out var start) && times.TryGetValue(end, out var told) && told.Local < start.Local && told.Firm && start.Firm)
            {
                draft.Findings.Add(new Contradiction("negative", $"{end.Word()} {told.Local.ToString(Clock)} is before the start {start.Local.ToString(Clock)}; it is left out.", [told.Line, start.Line]));
                times.Remove(end);
            }
    }
}

namespace TabletopAgent.Import.Times;

/// <summary>Decides on which clock a document is written, and puts every time on it.</summary>
internal static class ZoneChoice
{
    /// <param name="flag">The zone somebody gives for documents that name none.</param>
    public static (Zone Zone, string From) Settle(Draft draft, Zone? flag)
    {
        var (zone, from) = Choose(draft, flag);
        if (zone.Missing) draft.Notes.Add(Notes.NoZoneRules(draft.At(draft.Line), zone.Written));
        draft.Entries = [.. draft.Entries.Select(e => Zones.Find(e.Stamp.Zone ?? "") is { } own ? e with { Zone = own, Local = Moved(e.Local, own, zone) } : e)];
        draft.Keys = [.. draft.Keys.Select(k => Zones.Find(k.Stamp.Zone ?? "") is { } own ? k with { Zone = own, Local = Moved(k.Local, own, zone) } : k)];
        return (zone, from);
    }

    private static (Zone, string) Choose(Draft draft, Zone? flag)
    {
        if (draft.Stated is { } stated)
        {
            Doubt(draft, stated.Zone, stated.Line, flag);
            if (flag is not null && flag.Name != stated.Zone.Name) draft.Notes.Add(Notes.ZoneOutranksFlag(draft.At(stated.Line), stated.Zone.Written, flag.Written));
            return (Preferred(stated.Zone, flag), "document");
        }

        var stamps = draft.Entries.Select(e => (e.Line, e.Stamp)).Concat(draft.Keys.Select(k => (k.Line, k.Stamp))).Where(s => s.Stamp.HasTime).ToList();
        var labelled = stamps.Select(s => (s.Line, Zone: Zones.Find(s.Stamp.Zone ?? ""))).Where(s => s.Zone is not null).ToList();
        if (labelled.Count > 0 && (flag is null || labelled.Count * 2 >= stamps.Count))
        {
            // The most frequent label; of equals the first.
            var most = labelled.GroupBy(s => s.Zone!.Name).OrderByDescending(g => g.Count()).First().First();
            Doubt(draft, most.Zone!, most.Line, flag);
            return (Preferred(most.Zone!, flag), "document");
        }

        if (flag is not null) return (flag, "flag");
        if (stamps.Count > 0) draft.Notes.Add(Notes.ZoneAssumed(draft.At(draft.Line)));
        return (Zone.Utc, "assumed");
    }

    /// <summary>IST is three clocks; the flag may say which.</summary>
    private static Zone Preferred(Zone zone, Zone? flag) => flag is not null && Zones.Ambiguous(zone.Written)?.Contains(flag.Name, StringComparison.Ordinal) == true ? flag : zone;

    private static void Doubt(Draft draft, Zone zone, int line, Zone? flag)
    {
        if (Zones.Ambiguous(zone.Written) is { } others) draft.Notes.Add(Notes.AmbiguousZone(draft.At(line), zone.Written, Preferred(zone, flag).Name, others));
    }

    private static DateTime? Moved(DateTime? local, Zone own, Zone document) =>
        local is not { } time || own.Name == document.Name || own.Offset(time) == document.Offset(time) ? local : document.ToLocal(own.ToUtc(time));
}

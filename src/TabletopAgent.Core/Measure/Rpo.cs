using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>The writes of one store, accounted for.</summary>
/// <param name="Unaccounted">acked − (present + replayed + deduped + documented lost); below 0 more came back than was taken. Null: not counted.</param>
/// <param name="DataAge">Minutes from the newest recovered write to the impact; null where either is not known.</param>
internal sealed record StoreRpo(
    string Store, double? Acked, double? Present, double? Replayed, double? Deduped, double? DocumentedLost, double? Unaccounted, double? Duplicates, double? DataAge,
    double? Target, Verdict Verdict, string Reason, Place? Place)
{
    public const string Formula = "rpo-ledger";

    /// <param name="row">The store's last writes event; null where there is none.</param>
    /// <param name="impact">When the loss began, UTC ticks.</param>
    public static StoreRpo Of(string store, Event? row, double? target, long? impact, Targets targets, List<Note> notes)
    {
        if (row is null)
            return new StoreRpo(store, null, null, null, null, null, null, null, null, target, Verdict.Unmeasured, $"{store} has no writes event; one with acked, present, replayed, deduped and documented_lost would measure it", null);

        double? Count(string field)
        {
            if (row.Number(field) is not { } value || value >= 0) return row.Number(field);
            notes.Add(Notes.NegativeCount(row.Place, field, value));
            return double.NaN;
        }

        var (acked, present, replayed, deduped, lost, duplicates) = (Count("acked"), Count("present"), Count("replayed"), Count("deduped"), Count("documented_lost"), Count("duplicates"));
        double?[] ledger = [acked, present, replayed, deduped, lost];
        // What a row leaves out besides what was taken and what is there is none; what is no count is unknown.
        double? gap = acked is null || present is null || ledger.Any(n => n is double.NaN) ? null : Numbers.Round(acked.Value - present.Value - (replayed ?? 0) - (deduped ?? 0) - (lost ?? 0));
        var newest = row.Text("newest_recovered_at") is { } text && EventReader.TryTime(text, out var at) ? at.UtcTicks : (long?)null;
        double? age = newest is { } n && impact is { } i ? Math.Max(0, Numbers.Round((double)(i - n) / TimeSpan.TicksPerMinute)) : null;
        var known = new StoreRpo(store, Known(acked), Known(present), Known(replayed), Known(deduped), Known(lost), gap, Known(duplicates), age, target, Verdict.Unmeasured, "", row.Place);
        var (verdict, reason) = known.Judge(targets, duplicates is double.NaN, newest is null);
        return known with { Verdict = verdict, Reason = $"{store}: {reason}" };

        static double? Known(double? n) => n is double.NaN ? null : n;
    }

    private (Verdict, string) Judge(Targets targets, bool duplicatesUnknown, bool ageUnrecorded)
    {
        if (Duplicates > targets.Duplicates) return (Verdict.Fail, $"{Numbers.Show(Duplicates)} write(s) took effect twice");
        if (Unaccounted is { } gap)
        {
            if (gap < 0) return (Verdict.Fail, $"over-counted: {Numbers.Show(-gap)} more write(s) are explained than were acknowledged, {Numbers.Show(Acked)}");
            if (gap > targets.Unaccounted) return (Verdict.Fail, $"{Numbers.Show(gap)} of {Numbers.Show(Acked)} acknowledged write(s) are neither there nor explained");
        }

        if (DataAge > Target) return (Verdict.Fail, $"the newest recovered write is {Numbers.Show(DataAge)} min older than the impact, over {Numbers.Show(Target)} min");
        if (Unaccounted is null) return (Verdict.Unmeasured, "acked and present, counts of 0 or more, would measure what is unaccounted");
        if (duplicatesUnknown) return (Verdict.Unmeasured, "a count of duplicates, 0 or more, would measure it");
        var whole = $"all {Numbers.Show(Acked)} acknowledged writes are accounted for";
        if (DocumentedLost is not > 0) return (Verdict.Pass, DataAge is { } a && Target is { } t ? $"{whole}, data age {Numbers.Show(a)} of {Numbers.Show(t)} min" : $"{whole}, none is lost");
        var loss = $"{whole}, {Numbers.Show(DocumentedLost)} of them documented as lost";
        if (Target is null) return (Verdict.Unmeasured, $"{loss}, but no rpo_minutes says how much may be lost; name it under stores");
        if (DataAge is null) return (Verdict.Unmeasured, $"{loss}, but {(ageUnrecorded ? "newest_recovered_at" : "the time of the impact")} is not recorded, so the age of the data is unknown");
        return (Verdict.Pass, $"{loss}, data age {Numbers.Show(DataAge)} of {Numbers.Show(Target)} min");
    }
}

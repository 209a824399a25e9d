using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>What was measured, as reports publish it.</summary>
internal static class OutcomeReport
{
    public static TimesReport Times(Times t) => new(
        Spell.Instant(t.Impact), Spell.Instant(t.Detected), Spell.Instant(t.Declared), Spell.Instant(t.Mitigated), Spell.Instant(t.Cutover), Spell.Instant(t.Stable),
        Spell.Instant(t.Resolved));

    public static ServiceReport Service(ServiceRto s) => new(s.Service, s.Tier, s.Minutes, Word(s.Verdict));

    public static StoreReport Store(StoreRpo s) => new(
        s.Store, s.Acked, s.Present, s.Replayed, s.Deduped, s.DocumentedLost, s.Unaccounted, s.Duplicates, s.DataAge, Word(s.Verdict));

    public static CommsReport Comms(CommsCadence c) => new(c.Updates, [.. c.Missed.Select(m => new WindowReport(Spell.Instant(m.From)!, Spell.Instant(m.To)!, m.Updates))]);

    public static CheckReport Check(PlayedCheck c) => new(c.Id, c.Text, c.Held, c.Evidence);

    public static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}

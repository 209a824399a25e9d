using TabletopAgent.Import.Times;

namespace TabletopAgent.Import;

/// <summary>A milestone as the document tells it.</summary>
/// <param name="Local">On the document's own clock.</param>
/// <param name="Said">The words it was taken from.</param>
/// <param name="Firm">A labelled field; else it was understood from an entry or a sentence.</param>
internal sealed record Told(Mark Mark, DateTime Local, DateTimeOffset Utc, bool Approx, int Line, string Said, bool Firm);

/// <summary>What a document states about its own times, right or wrong. Null: it does not say.</summary>
/// <param name="Times">Only the milestones that it gives.</param>
/// <param name="Zone">The clock they were read on.</param>
/// <param name="ZoneFrom">document, flag or assumed.</param>
internal sealed record Stated(
    IReadOnlyDictionary<Mark, Told> Times, Zone Zone, string ZoneFrom, double? TimeToDetectMin, double? TimeToRepairMin, double? TimeToResolveMin, double? DurationMin);

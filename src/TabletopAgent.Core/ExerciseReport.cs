namespace TabletopAgent;

/// <summary>The turning points of an incident, UTC, RFC 3339; null where nothing says.</summary>
public sealed record TimesReport(string? Impact, string? Detected, string? Declared, string? Mitigated, string? Cutover, string? Stable, string? Resolved);

/// <summary>The same as the document says, beside what was measured.</summary>
/// <param name="Local">The same times on the document's own clock, as YYYY-MM-DD HH:MM.</param>
public sealed record StatedReport(
    string? Impact, string? Detected, string? Declared, string? Mitigated, string? Cutover, string? Stable, string? Resolved, double? TimeToDetectMin,
    double? TimeToRepairMin, double? TimeToResolveMin, double? DurationMin, IReadOnlyDictionary<string, string>? Local, ZoneReport? Zone);

/// <param name="From">document, flag or assumed.</param>
public sealed record ZoneReport(string Used, string From);

/// <summary>Where an imported incident stands.</summary>
public sealed record SourceReport(string File, string? Format, int? Line);

/// <param name="RtoMin">From breach to stable; null while no stable instant is measured.</param>
public sealed record ServiceReport(string Name, string Tier, double? RtoMin, string Verdict);

/// <param name="Unaccounted">acked less present, replayed, deduped and documented as lost; below 0 is over-counted.</param>
public sealed record StoreReport(
    string Store, double? Acked, double? Present, double? Replayed, double? Deduped, double? DocumentedLost, double? Unaccounted, double? Duplicates, double? DataAgeMin,
    string Verdict);

public sealed record CommsReport(int Updates, IReadOnlyList<WindowReport> WindowsMissed);

/// <summary>A stretch of time that holds a window with too few updates.</summary>
public sealed record WindowReport(string From, string To, int Updates);

/// <summary>An exact check of the scenario. Null in <paramref name="Held"/>: it was not played.</summary>
public sealed record CheckReport(string Id, string? Text, bool? Held, string? Evidence);

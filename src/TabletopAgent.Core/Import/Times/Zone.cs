using static System.FormattableString;

namespace TabletopAgent.Import.Times;

/// <summary>A clock that people read times off.</summary>
/// <param name="Name">An IANA id, UTC, or an offset such as UTC-04:00.</param>
/// <param name="Written">As the document or the flag has it.</param>
/// <param name="Info">The rules of the place; null for a fixed offset.</param>
/// <param name="Base">The offset where there are no rules.</param>
internal sealed record Zone(string Name, string Written, TimeZoneInfo? Info, TimeSpan Base)
{
    public static readonly Zone Utc = new("UTC", "UTC", null, TimeSpan.Zero);

    /// <summary>The offset that the letters say, where they say one: PST is -8 hours also in July.</summary>
    public TimeSpan? Said { get; init; }

    /// <summary>The machine has no table of zones.</summary>
    public bool Missing { get; init; }

    public static Zone Of(TimeSpan offset) =>
        offset == TimeSpan.Zero ? Utc
        : Invariant($"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}:{Math.Abs(offset.Minutes):00}") is var name ? new Zone(name, name, null, offset) : Utc;

    public TimeSpan Offset(DateTime local) => Info?.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)) ?? Base;

    public DateTimeOffset ToUtc(DateTime local)
    {
        var ticks = local.Ticks - Offset(local).Ticks;
        return new DateTimeOffset(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    public DateTime ToLocal(DateTimeOffset utc)
    {
        var offset = Info?.GetUtcOffset(utc) ?? Base;
        return new DateTime(Math.Clamp(utc.UtcTicks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
    }

    /// <summary>The letters say one offset and the place has another on that day.</summary>
    public bool OutOfSeason(DateTime local) => Info is not null && Said is { } said && said != Offset(local);
}

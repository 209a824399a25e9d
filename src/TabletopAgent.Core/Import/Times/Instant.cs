using System.Globalization;

namespace TabletopAgent.Import.Times;

/// <summary>A moment as programs write it: ISO 8601 with or without an offset, seconds or milliseconds since 1970.</summary>
internal static class Instant
{
    /// <returns>A stamp that names its offset; without one it is UTC only where the form says so.</returns>
    public static Stamp? Read(string? text)
    {
        if (text is null || text.Length > 60) return null;
        text = text.Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) return Epoch(seconds);
        if (Clock.Leading(text) is { HasDate: true, HasTime: true } stamp) return stamp;
        return null;
    }

    private static Stamp? Epoch(double seconds)
    {
        // Milliseconds and microseconds are larger than any second that matters.
        while (seconds > 1e11) seconds /= 1000;
        if (seconds < 5e8) return null;
        var at = DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)).UtcDateTime;
        return new Stamp(0, 0) { Year = at.Year, Month = at.Month, Day = at.Day, Hour = at.Hour, Minute = at.Minute, Second = at.Second, Padded = true, Zone = "UTC" };
    }
}

using System.Globalization;

namespace TabletopAgent.Measure;

/// <summary>Words that the reasons of verdicts share.</summary>
internal static class Spell
{
    /// <summary>The time of day, with seconds where there are any.</summary>
    public static string Time(long ticks)
    {
        var at = new DateTime(ticks, DateTimeKind.Utc);
        return at.ToString(at.Second == 0 && at.Millisecond == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Date and time as reports carry them; with the part of a second where there is one.</summary>
    public static string? Instant(long? ticks) =>
        ticks is { } t ? new DateTime(t, DateTimeKind.Utc).ToString(t % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture) : null;

    /// <summary>What is broken: "ok is false, p95".</summary>
    public static string Gates(Gate broken)
    {
        var names = new List<string>();
        if (broken.HasFlag(Gate.Ok)) names.Add("ok is false");
        if (broken.HasFlag(Gate.P95)) names.Add("p95");
        if (broken.HasFlag(Gate.Cache)) names.Add("cache");
        if (broken.HasFlag(Gate.Errors)) names.Add("errors");
        if (broken.HasFlag(Gate.Semantics)) names.Add("probes");
        return string.Join(", ", names);
    }

    /// <summary>"a, b and 3 more".</summary>
    public static string Some(IReadOnlyCollection<string> all, int most = 3) =>
        string.Join(", ", all.Take(most)) + (all.Count > most ? $" and {all.Count - most} more" : "");
}

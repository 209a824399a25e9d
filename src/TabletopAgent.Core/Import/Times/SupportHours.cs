using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Times;

/// <summary>Time that counts only while somebody is on duty: some reports count 10:00 to 17:00 on weekdays, and not all of them say so.</summary>
internal static partial class SupportHours
{
    private static readonly (TimeSpan From, TimeSpan To) Usual = (TimeSpan.FromHours(10), TimeSpan.FromHours(17));

    /// <summary>The hours that a line names, else 10:00 to 17:00.</summary>
    public static (TimeSpan From, TimeSpan To) In(string text)
    {
        var m = Named().Match(text);
        if (!m.Success) return Usual;
        static TimeSpan Hours(string clock) => TimeSpan.Parse(clock.Replace('.', ':'), CultureInfo.InvariantCulture);
        return (Hours(m.Groups["from"].Value), Hours(m.Groups["to"].Value)) is var hours && hours.Item1 < hours.Item2 ? hours : Usual;
    }

    /// <summary>Whether a line says that it counts so.</summary>
    public static bool Said(string text) => Words().IsMatch(text);

    public static double Between(DateTime from, DateTime to, (TimeSpan From, TimeSpan To) hours)
    {
        if (to - from > TimeSpan.FromDays(3660)) return 0;
        double minutes = 0;
        for (var day = from.Date; day <= to.Date; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            var (start, end) = (Later(day + hours.From, from), Earlier(day + hours.To, to));
            if (end > start) minutes += (end - start).TotalMinutes;
        }

        return minutes;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    [GeneratedRegex(@"(?<from>(?:[01]?\d|2[0-3])[:.][0-5]\d)\s*(?:-|–|to)\s*(?<to>(?:[01]?\d|2[0-3])[:.][0-5]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:support|working|business|office|service|core)\s+hours\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}

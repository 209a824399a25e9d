using System.Globalization;

namespace TabletopAgent.Artifacts;

/// <summary>Time along a picture, with ticks at round times of day, UTC.</summary>
/// <param name="From">UTC ticks.</param>
internal sealed record TimeAxis(long From, long To, double Left, double Right)
{
    private const int MostTicks = 9;
    private static readonly int[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200];

    public double X(long at) => To > From ? Left + (Right - Left) * (at - From) / (To - From) : Left;

    public IEnumerable<(double X, string Text)> Ticks()
    {
        var minutes = (double)(To - From) / TimeSpan.TicksPerMinute;
        // Of a log over years the last step is taken as often as it needs.
        var step = (long)(Steps.FirstOrDefault(s => minutes / s <= MostTicks) is > 0 and var round ? round : Math.Ceiling(minutes / MostTicks)) * TimeSpan.TicksPerMinute;
        var days = minutes > Steps[11];
        for (var at = (From + step - 1) / step * step; at <= To; at += step)
            yield return (X(at), new DateTime(at, DateTimeKind.Utc).ToString(days ? "MM-dd HH:mm" : "HH:mm", CultureInfo.InvariantCulture));
    }
}

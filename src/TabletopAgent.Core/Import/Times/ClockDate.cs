using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Times;

/// <summary>Reads one date: 2021-06-22, 22/06/2021, 22 June, June 22nd 2021, Tuesday 22nd of June.</summary>
internal static partial class ClockDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <returns>Whether there is a date; a lone weekday is taken up too, without being one.</returns>
    public static bool Read(string text, int at, ref Stamp stamp)
    {
        var from = at;
        if (Day().Match(text, at) is { Success: true } day)
        {
            stamp = stamp with { Weekday = Weekdays(day.Groups["wd"].Value), End = day.Index + day.Length };
            from = stamp.End;
        }

        if (Iso().Match(text, from) is { Success: true } iso)
        {
            var open = !char.IsAsciiDigit(iso.Groups["d"].ValueSpan[0]);
            stamp = stamp with { End = iso.Index + iso.Length, Year = Number(iso, "y"), Month = Number(iso, "mo"), Day = open ? null : Number(iso, "d"), Open = open };
            return open || Possible(stamp);
        }

        if (Figures().Match(text, from) is { Success: true } figures) return Numeric(figures, ref stamp);

        var named = DayFirst().Match(text, from);
        if (!named.Success) named = MonthFirst().Match(text, from);
        if (!named.Success) return false;
        var found = stamp with
        {
            End = named.Index + named.Length, Month = 1 + Array.IndexOf(Months, named.Groups["mon"].Value[..3].ToLowerInvariant()), Day = Number(named, "d"),
            Year = named.Groups["y"].Success ? Number(named, "y") : null,
        };
        if (!Possible(found)) return false;
        stamp = found;
        return true;
    }

    /// <summary>Day before month, as most of the world writes it, unless the figures say otherwise.</summary>
    private static bool Numeric(Match m, ref Stamp stamp)
    {
        var (a, b, year) = (Number(m, "a"), Number(m, "b"), Number(m, "y"));
        // 1.24.21 is a version.
        if (m.Groups["y"].Length == 2 && m.Groups["sep"].Value == ".") return false;
        if (m.Groups["y"].Length == 2) year += 2000;
        var american = b > 12 && a <= 12;
        var found = stamp with
        {
            End = m.Index + m.Length, Year = year, Month = american ? a : b, Day = american ? b : a, DayOrMonth = a <= 12 && b <= 12 && a != b,
        };
        if (!Possible(found)) return false;
        stamp = found;
        return true;
    }

    private static bool Possible(Stamp s) => s is { Month: >= 1 and <= 12, Day: >= 1 and <= 31 };

    public static DayOfWeek? Weekdays(string word) => word.ToLowerInvariant()[..2] switch
    {
        "mo" => DayOfWeek.Monday,
        "tu" => DayOfWeek.Tuesday,
        "we" => DayOfWeek.Wednesday,
        "th" => DayOfWeek.Thursday,
        "fr" => DayOfWeek.Friday,
        "sa" => DayOfWeek.Saturday,
        "su" => DayOfWeek.Sunday,
        _ => null,
    };

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Month = @"(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";

    [GeneratedRegex(@"\G(?<wd>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?,?\s+(?:the\s+)?(?=\d|[A-Z(])", Plain)]
    private static partial Regex Day();

    // Five figures are a slip of the finger; it is said and put right later.
    [GeneratedRegex(@"\G(?<y>(?:19|20|22)\d{2,3})(?<sep>[-/.])(?<mo>\d{1,2})\k<sep>(?<d>\d{1,2}|\?\?|XX)(?![\d])", Plain)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\G(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<y>(?:20)?\d{2}|20\d{3})(?![\d.])", Plain)]
    private static partial Regex Figures();

    // "14-19 January" begins on the 14th.
    [GeneratedRegex(@"\G(?<d>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?[\s-]+(?:of\s+)?" + Month + @"(?:[\s,-]+(?<y>20\d{2,3})(?!\d|:\d))?", Plain)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\G" + Month + @"\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\.\d)(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?(?![\d:]))?(?:,?\s+(?<y>20\d{2,3})(?!\d|:\d))?", Plain)]
    private static partial Regex MonthFirst();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Times;

/// <summary>A length of time as somebody wrote it.</summary>
/// <param name="Minutes">Its length.</param>
/// <param name="Grain">The smallest unit written, in minutes: "11 hours" may be anything that rounds to it.</param>
/// <param name="Approx">"about", "~", or a word such as "nearly".</param>
internal readonly record struct Length(double Minutes, double Grain, bool Approx, int Start, int End);

/// <summary>Reads lengths of time: 0h 16m, 8m, 1d 5h 47m, 25 minutes, approximately nine hours, 01:25:00.</summary>
internal static partial class Durations
{
    private static readonly string[] Words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"];

    /// <summary>The first length in a text, or null.</summary>
    public static Length? In(string text) => All(text) is [var first, ..] ? first : null;

    public static List<Length> All(string text)
    {
        var found = new List<Length>();
        foreach (Match m in Span().Matches(text.Length > 4000 ? text[..4000] : text))
        {
            double minutes = 0;
            for (var i = 0; i < m.Groups["n"].Captures.Count; i++) minutes += Number(m.Groups["n"].Captures[i].Value) * Unit(m.Groups["u"].Captures[i].Value);
            if (m.Groups["half"].Success) minutes += Unit(m.Groups["u"].Captures[^1].Value) / 2;
            var grain = Unit(m.Groups["u"].Captures[^1].Value) * (m.Groups["half"].Success || m.Groups["n"].Captures[^1].Value.AsSpan().ContainsAny(".,") ? 0.5 : 1);
            found.Add(new Length(minutes, Math.Max(1, grain), m.Groups["approx"].Success, m.Index, m.Index + m.Length));
        }

        return found;
    }

    /// <summary>A value that is a length and nothing else: also 0:25 and 01:25:00, which elsewhere would be clocks.</summary>
    public static Length? Value(string text)
    {
        if (In(text) is { } length) return length;
        var m = Digits().Match(text.Trim());
        if (!m.Success) return null;
        var minutes = Number(m.Groups["h"].Value) * 60 + Number(m.Groups["m"].Value) + (m.Groups["s"].Success ? Number(m.Groups["s"].Value) / 60 : 0);
        return new Length(minutes, 1, false, 0, text.Length);
    }

    private static double Number(string text)
    {
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        text = text.ToLowerInvariant();
        if (text is "a" or "an") return 1;
        if (text.StartsWith("half", StringComparison.Ordinal)) return 0.5;
        return Math.Max(0, Array.IndexOf(Words, text));
    }

    private static double Unit(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'w' => 7 * 24 * 60,
        'd' => 24 * 60,
        'h' => 60,
        's' => 1 / 60.0,
        _ => 1,
    };

    // A figure may stand right before its unit; a word may not, or "as" would be a second.
    private const string Count = @"(?:(?<n>\d{1,6}(?:[.,]\d{1,2})?)|(?<n>half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?=[\s-]))";
    private const string Measure = @"(?<u>weeks?|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![\w/])";

    [GeneratedRegex(@"(?<approx>~\s?|≈\s?|\b(?:ca\.?|circa|approx(?:\.|imately)?|around|about|roughly|nearly|almost|over|more than|less than|under|at least|up to|just under|just over)\s+)?(?<![\w.:])" + Count + @"(?<half> and a half)?[\s-]?" + Measure + @"(?<half> and a half)?(?:(?:,|\s+and|,\s+and)?\s*" + Count + @"[\s-]?" + Measure + ")*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?<h>\d{1,3}):(?<m>[0-5]\d)(?::(?<s>[0-5]\d))?(?:\s*(?:h|hours|hrs))?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Facts;

internal enum Unit
{
    None,
    Percent,
    Points,

    /// <summary>Times something: 5x, doubled.</summary>
    Factor,
    Seconds,

    /// <summary>Share given as a count of a count, kept as per cent: 31/200, one in five.</summary>
    Share,

    /// <summary>A count of things: 214 requests, 2M rows.</summary>
    Count,
    Clock,
    Status,
}

/// <summary>A number found in free text, with the unit it was said in and its place in that text.</summary>
/// <param name="Value">Per cent for <see cref="Unit.Percent"/> and <see cref="Unit.Share"/>, seconds for durations, minutes of the day for clocks.</param>
/// <param name="Before">The earlier value of a pair such as "320→910 ms", in the same unit.</param>
/// <param name="Start">Offset of the quote in the text.</param>
internal sealed record Mention(Unit Unit, double Value, double? Before, int Start, string Quote)
{
    public int End => Start + Quote.Length;
}

/// <summary>Finds numbers in the words of people: "22 percent", "one in five", "p95 320→910 ms", "doubled".</summary>
internal static partial class Mentions
{
    private const string Number = @"(?<![\w.])[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])[-−]?(?:\d+(?:\.\d+)?|\.\d+)";
    private const string UnitName = @"%|per ?cent\b|pct\b|percentage points?\b|points?\b|pp\b|pts\b|[x×]\b|[x×](?!\w)|-?fold\b|times\b|ms\b|milliseconds?\b|µs\b|secs?\b|seconds?\b|s\b|mins?\b|minutes?\b|m(?=\s*(?:$|[,.;)\s]))\b|hrs?\b|hours?\b|h\b|days?\b|d\b|weeks?\b|k\b|mio\b|million\b|M\b";

    [GeneratedRegex(@"(?<from>" + Number + @")\s*(?<u1>" + UnitName + @")?\s*(?:→|->|=>|⇒|–>|\bto\b|\bup to\b|\bdown to\b)\s*(?<to>" + Number + @")\s*(?<u2>" + UnitName + @")?", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?<n>" + Number + @")\s*(?<u>" + UnitName + @")?", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(@"(?<![\w.:/])(?<h>[01]?\d|2[0-3]):(?<m>[0-5]\d)(?::[0-5]\d)?(?![\w:])", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\w.])(?<a>\d+)\s*(?:/|out of|in|of)\s*(?<b>\d+)(?![\w.:/-])", RegexOptions.CultureInvariant)]
    private static partial Regex OutOf();

    [GeneratedRegex(@"\b(?:(?<one>one|two|three|four|nine|1|2|3|4|9) (?:in|out of|of)(?: every)? (?<of>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|\d+)\b|(?<word>half|a third|one third|two thirds|a quarter|three quarters|a fifth)\b(?!(?: of)?(?: an?| the| one)? ?(?:hour|minute|day|second|week|year|past|million|dozen))|(?<word>every (?:second|third|other))(?= (?:request|call|write|read|user|quer|answer|order|message|customer|attempt|page|one|try|response|login|checkout|job|webhook|event)))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\b(?:(?<half>half an hour)|(?<three>three[- ]quarters of an hour)|a quarter of an hour|a quarter hour)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PartOfAnHour();

    [GeneratedRegex(@"\b(?<w>doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing)|twofold|threefold|fivefold|tenfold|twice as|an order of magnitude)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Multiplied();

    [GeneratedRegex(@"(?<![\w.]|\d,)(?<c>[45](?:\d\d|xx))(?:['’]?s)?(?![\w.%]|\s*(?:%|ms\b|s\b|x\b|GB|MB|k\b|users|rows|docs|req))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StatusCode();

    private static readonly Dictionary<string, double> Spelled = new(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["twenty"] = 20, ["hundred"] = 100, ["half"] = 50, ["a third"] = 33.3333, ["one third"] = 33.3333, ["two thirds"] = 66.6667, ["a quarter"] = 25,
        ["three quarters"] = 75, ["a fifth"] = 20, ["every second"] = 50, ["every other"] = 50, ["every third"] = 33.3333,
    };

    /// <returns>Mentions in order of their place; no two overlap.</returns>
    public static List<Mention> In(string text)
    {
        var found = new List<Mention>();
        foreach (Match m in Clock().Matches(text))
            Add(found, m, Unit.Clock, Parse(m.Groups["h"].Value) * 60 + Parse(m.Groups["m"].Value));
        foreach (Match m in Pair().Matches(text)) AddPair(found, m);
        foreach (Match m in PartOfAnHour().Matches(text)) Add(found, m, Unit.Seconds, m.Groups["half"].Success ? 1800 : m.Groups["three"].Success ? 2700 : 900);
        foreach (Match m in Spoken().Matches(text)) AddSpoken(found, m);
        foreach (Match m in OutOf().Matches(text)) AddShare(found, m, Parse(m.Groups["a"].Value), Parse(m.Groups["b"].Value));
        foreach (Match m in StatusCode().Matches(text))
            if (int.TryParse(m.Groups["c"].Value.ToLowerInvariant().Replace("xx", "00", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                Add(found, m, Unit.Status, code);
        foreach (Match m in Multiplied().Matches(text)) Add(found, m, Unit.Factor, Multiple(m.Value));
        foreach (Match m in Single().Matches(text))
        {
            var (unit, scale) = Read(m.Groups["u"].Value);
            Add(found, m, unit, Parse(m.Groups["n"].Value) * scale);
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void AddPair(List<Mention> found, Match m)
    {
        var (u1, u2) = (m.Groups["u1"].Value, m.Groups["u2"].Value);
        if (u2.Length == 0) u2 = u1;
        if (u1.Length == 0) u1 = u2;
        var ((unit, scale), (first, firstScale)) = (Read(u2), Read(u1));
        if (unit != first) return;
        Add(found, m, unit == Unit.Points ? Unit.Percent : unit, Parse(m.Groups["to"].Value) * scale, Parse(m.Groups["from"].Value) * firstScale);
    }

    private static void AddSpoken(List<Mention> found, Match m)
    {
        if (m.Groups["word"].Success) Add(found, m, Unit.Share, Spelled[m.Groups["word"].Value]);
        else AddShare(found, m, Value(m.Groups["one"].Value), Value(m.Groups["of"].Value));
    }

    private static void AddShare(List<Mention> found, Match m, double part, double whole)
    {
        if (whole > 0 && part <= whole) Add(found, m, Unit.Share, Math.Round(100 * part / whole, 4));
    }

    private static void Add(List<Mention> found, Match m, Unit unit, double value, double? before = null)
    {
        foreach (var other in found)
            if (m.Index < other.End && other.Start < m.Index + m.Length) return;
        if (double.IsFinite(value)) found.Add(new Mention(unit, value, before, m.Index, m.Value.TrimEnd()));
    }

    private static double Multiple(string word) => char.ToLowerInvariant(word[0]) switch
    {
        'd' => 2,
        'h' => 0.5,
        'q' => 4,
        'f' => 5,
        'a' => 10,
        't' when word.StartsWith("ten", StringComparison.OrdinalIgnoreCase) => 10,
        't' when word.StartsWith("tw", StringComparison.OrdinalIgnoreCase) => 2,
        _ => 3,
    };

    private static double Value(string word) => Spelled.TryGetValue(word, out var value) ? value : Parse(word);

    private static double Parse(string number) =>
        double.TryParse(number.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : double.NaN;

    private static (Unit Unit, double Scale) Read(string unit) => unit switch
    {
        "" => (Unit.None, 1),
        "%" or "percent" or "per cent" or "pct" => (Unit.Percent, 1),
        "pp" or "pts" => (Unit.Points, 1),
        "x" or "×" or "fold" or "-fold" or "times" => (Unit.Factor, 1),
        "ms" => (Unit.Seconds, 0.001),
        "µs" => (Unit.Seconds, 0.000001),
        "s" => (Unit.Seconds, 1),
        "h" => (Unit.Seconds, 3600),
        "d" => (Unit.Seconds, 86400),
        "m" => (Unit.Seconds, 60),
        "k" => (Unit.Count, 1000),
        "M" or "mio" or "million" => (Unit.Count, 1_000_000),
        _ when unit.Contains("point", StringComparison.Ordinal) => (Unit.Points, 1),
        _ when unit.StartsWith("milli", StringComparison.Ordinal) => (Unit.Seconds, 0.001),
        _ when unit.StartsWith("sec", StringComparison.Ordinal) => (Unit.Seconds, 1),
        _ when unit.StartsWith("min", StringComparison.Ordinal) => (Unit.Seconds, 60),
        _ when unit.StartsWith('h') => (Unit.Seconds, 3600),
        _ when unit.StartsWith("day", StringComparison.Ordinal) => (Unit.Seconds, 86400),
        _ => (Unit.Seconds, 604800),
    };
}

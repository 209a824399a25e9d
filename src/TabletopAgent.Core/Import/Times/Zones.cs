using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Times;

/// <summary>What people call time zones, and which places they mean.</summary>
internal static partial class Zones
{
    /// <param name="Iana">The clock on the wall of those who write it: PST in July is read as Los Angeles in July.</param>
    /// <param name="Minutes">What the letters say, east of Greenwich.</param>
    /// <param name="Also">Other places that write the same letters.</param>
    internal sealed record Abbreviation(string Iana, int Minutes, string? Also = null);

    private static readonly FrozenDictionary<string, Abbreviation> Abbreviations = new Dictionary<string, Abbreviation>(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = new("UTC", 0), ["GMT"] = new("UTC", 0), ["Z"] = new("UTC", 0), ["Zulu"] = new("UTC", 0), ["UT"] = new("UTC", 0),
        ["BST"] = new("Europe/London", 60, "Asia/Dhaka"), ["WET"] = new("Europe/Lisbon", 0), ["WEST"] = new("Europe/Lisbon", 60),
        ["CET"] = new("Europe/Berlin", 60), ["CEST"] = new("Europe/Berlin", 120), ["MEZ"] = new("Europe/Berlin", 60), ["MESZ"] = new("Europe/Berlin", 120),
        ["EET"] = new("Europe/Helsinki", 120), ["EEST"] = new("Europe/Helsinki", 180), ["MSK"] = new("Europe/Moscow", 180),
        ["SAST"] = new("Africa/Johannesburg", 120), ["WAT"] = new("Africa/Lagos", 60), ["EAT"] = new("Africa/Nairobi", 180),
        ["IST"] = new("Asia/Kolkata", 330, "Europe/Dublin or Asia/Jerusalem"), ["PKT"] = new("Asia/Karachi", 300), ["GST"] = new("Asia/Dubai", 240),
        ["SGT"] = new("Asia/Singapore", 480), ["HKT"] = new("Asia/Hong_Kong", 480), ["JST"] = new("Asia/Tokyo", 540), ["KST"] = new("Asia/Seoul", 540),
        ["AWST"] = new("Australia/Perth", 480), ["AEST"] = new("Australia/Sydney", 600), ["AEDT"] = new("Australia/Sydney", 660),
        ["ACST"] = new("Australia/Adelaide", 570), ["ACDT"] = new("Australia/Adelaide", 630), ["NZST"] = new("Pacific/Auckland", 720), ["NZDT"] = new("Pacific/Auckland", 780),
        ["EST"] = new("America/New_York", -300), ["EDT"] = new("America/New_York", -240), ["ET"] = new("America/New_York", Any), ["Eastern"] = new("America/New_York", Any),
        ["CST"] = new("America/Chicago", -360, "Asia/Shanghai"), ["CDT"] = new("America/Chicago", -300), ["CT"] = new("America/Chicago", Any), ["Central"] = new("America/Chicago", Any),
        ["MST"] = new("America/Denver", -420), ["MDT"] = new("America/Denver", -360), ["MT"] = new("America/Denver", Any), ["Mountain"] = new("America/Denver", Any),
        ["PST"] = new("America/Los_Angeles", -480), ["PDT"] = new("America/Los_Angeles", -420), ["PT"] = new("America/Los_Angeles", Any), ["Pacific"] = new("America/Los_Angeles", Any),
        ["AKST"] = new("America/Anchorage", -540), ["AKDT"] = new("America/Anchorage", -480), ["HST"] = new("Pacific/Honolulu", -600),
        ["AST"] = new("America/Halifax", -240, "Asia/Riyadh"), ["ADT"] = new("America/Halifax", -180), ["BRT"] = new("America/Sao_Paulo", -180), ["ART"] = new("America/Argentina/Buenos_Aires", -180),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says no offset of its own: whatever the place has on that day.</summary>
    private const int Any = int.MinValue;

    /// <summary>Whether a word behind a time is a zone. Words that are also plain English count only in capitals.</summary>
    public static bool Known(string name) =>
        Abbreviations.ContainsKey(name) && (name.Length > 4 ? char.IsAsciiLetterUpper(name[0]) : name.All(char.IsAsciiLetterUpper)) && name is not "AT"
        || FromUtc().IsMatch(name) || name.Contains('/', StringComparison.Ordinal) && Find(name) is not null;

    /// <summary>The zone that somebody means: an IANA name, an abbreviation, UTC+2, +02:00, US/Pacific, a city. Null where it is none.</summary>
    public static Zone? Find(string name)
    {
        name = name.Trim().Trim('(', ')', '[', ']', '.', ',', '*', '_', ':').Trim();
        if (Abbreviations.TryGetValue(name, out var known)) return Named(known, name);
        if (FromUtc().Match(name) is { Success: true } m) return Fixed(m, name);
        // "PST (UTC-7)": what is spelled out outranks the letters.
        if (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && FromUtc().Match(name[(open + 1)..].TrimEnd(')')) is { Success: true } spelled) return Fixed(spelled, name);
        if (name.Length is 0 or > 40 || !Place().IsMatch(name)) return null;
        // US/Pacific and UC/Pacific, as some write it, are the Pacific's clock under its own name.
        var last = name[(name.LastIndexOf('/') + 1)..].Replace(' ', '_');
        if (Abbreviations.TryGetValue(last, out known) && known.Minutes == Any) return Named(known, name);
        if (Iana(name) is { } info) return new Zone(info.Id, name, info, info.BaseUtcOffset);
        return Cities.Value.TryGetValue(last, out var id) && Iana(id) is { } city ? new Zone(city.Id, name, city, city.BaseUtcOffset) : null;
    }

    /// <summary>Other readings of the letters, or null.</summary>
    public static string? Ambiguous(string name) => Abbreviations.TryGetValue(name.Trim(), out var known) ? known.Also : null;

    private static Zone Named(Abbreviation known, string name)
    {
        TimeSpan? said = known.Minutes == Any ? null : TimeSpan.FromMinutes(known.Minutes);
        if (known.Iana == "UTC") return new Zone("UTC", name, null, TimeSpan.Zero) { Said = TimeSpan.Zero };
        // A slim machine may have no table of zones; then the letters alone decide.
        return Iana(known.Iana) is { } info ? new Zone(known.Iana, name, info, info.BaseUtcOffset) { Said = said }
            : new Zone(known.Iana, name, null, said ?? TimeSpan.Zero) { Said = said, Missing = true };
    }

    private static Zone? Fixed(Match m, string name)
    {
        var hours = m.Groups["h"].Success ? int.Parse(m.Groups["h"].Value, CultureInfo.InvariantCulture) : 0;
        var minutes = m.Groups["m"].Success ? int.Parse(m.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (hours > 14) return null;
        var offset = TimeSpan.FromMinutes(hours * 60 + minutes) * (m.Groups["sign"].Value is "-" or "−" ? -1 : 1);
        return Zone.Of(offset) with { Written = name, Said = offset };
    }

    private static TimeZoneInfo? Iana(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var info) ? info : null;

    private static readonly Lazy<FrozenDictionary<string, string>> Cities = new(() => TimeZoneInfo.GetSystemTimeZones()
        .Where(z => z.Id.Contains('/', StringComparison.Ordinal) && !z.Id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(z => z.Id[(z.Id.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.Select(z => z.Id).Order(StringComparer.Ordinal).First(), StringComparer.OrdinalIgnoreCase));

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^(?:UTC|GMT)?\s?(?<sign>[+\-−])(?<h>\d{1,2})(?::?(?<m>[0-5]\d))?$", Plain)]
    private static partial Regex FromUtc();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z_]+(?:[/ ][A-Za-z_+\-0-9]+){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

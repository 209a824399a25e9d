using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Text;

namespace TabletopAgent.Play;

/// <summary>Reads <c>key=value key="two words"</c> as fields of an event type. A value that cannot be meant is refused, with its right form.</summary>
internal static partial class KeyValues
{
    /// <param name="first">The field that a first bare word stands for, such as the service; null: there is none.</param>
    /// <param name="now">Gives the day to a time of day.</param>
    /// <param name="start">Minute 0, for times such as +9:00; null before it.</param>
    /// <returns>Fields by name; null, and what is wrong, where one cannot be read.</returns>
    public static Dictionary<string, JsonElement>? Read(string type, string? first, string text, CommandForm form, DateTimeOffset now, DateTimeOffset? start, Place at, out Note? wrong)
    {
        wrong = null;
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var bare = true;
        foreach (Match token in Token().Matches(text))
        {
            var (key, value) = (token.Groups["key"].Value, token.Groups["quoted"] is { Success: true } quoted ? quoted.Value : token.Groups["value"].Value);
            if (!token.Groups["key"].Success)
            {
                if (first is null || !bare) wrong = Notes.NoKeyValue(at, token.Value, form.Example);
                else fields[first] = Json.Element(token.Value.Trim('"'));
            }
            else if (Field(type, key) is not { } field)
                wrong = Notes.UnknownSetting(at, key, type, Names(type), Words.Nearest(key, Names(type).Concat(Figures(type))));
            else if (Value(field, value, now, start, out var want) is { } element) fields[field.Name] = element;
            else wrong = Notes.BadValue(at, field.Name, value, want);
            if (wrong is not null) return null;
            bare = false;
        }

        return fields;
    }

    /// <summary>A value as a field of an event may hold it.</summary>
    /// <param name="want">What to write, where the value cannot be meant.</param>
    public static JsonElement? Value(Field field, string value, DateTimeOffset now, DateTimeOffset? start, out string want)
    {
        want = field.Kind switch
        {
            FieldKind.Number => field.Name.EndsWith("_pct", StringComparison.Ordinal) ? "a number from 0 to 100" : "a number of 0 or more, with a point for decimals",
            FieldKind.Flag => "yes or no",
            FieldKind.Word => $"one of: {string.Join(", ", field.Words)}",
            FieldKind.Time => "a time that has passed, such as 14:31 (UTC), +9:00 (since minute 0) or 2026-05-04T14:31:00Z",
            FieldKind.Object => "it into the file of the scenario: it is no single value",
            _ => "some text",
        };
        var text = value.Trim();
        if (text.Length == 0) return null;
        switch (field.Kind)
        {
            case FieldKind.Number: return Number(field.Name, text) is { } number ? Json.Element(number) : null;
            case FieldKind.Flag: return text.ToLowerInvariant() switch { "yes" or "true" or "y" => Json.Element(true), "no" or "false" or "n" => Json.Element(false), _ => null };
            case FieldKind.Word: return Word(field, text) is { } word ? Json.Element(word) : null;
            case FieldKind.Time: return Time(text, now, start) is { } time && time <= now ? Json.Element(Said(time)) : null;
            case FieldKind.List: return Json.Element(text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList());
            case FieldKind.Object: return null;
            case FieldKind.Any when EventReader.TryNumber(text, out var n): return Json.Element(n);
            default: return Json.Element(text);
        }
    }

    public static string? Word(Field field, string text) => field.Words.FirstOrDefault(w => w.Equals(text.Replace('_', '-'), StringComparison.OrdinalIgnoreCase));

    public static string Said(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A measured number; its unit may stand behind it where there is only one that can be meant.</summary>
    private static double? Number(string name, string text)
    {
        foreach (var (suffix, unit) in new[] { ("_pct", "%"), ("_ms", "ms"), ("_s", "s") })
            if (name.EndsWith(suffix, StringComparison.Ordinal) && text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) text = text[..^unit.Length].TrimEnd();
        return EventReader.TryNumber(text, out var number) && number >= 0 && !(name.EndsWith("_pct", StringComparison.Ordinal) && number > 100) ? number : null;
    }

    private static DateTimeOffset? Time(string text, DateTimeOffset now, DateTimeOffset? start)
    {
        if (EventReader.TryTime(text, out var at)) return at;
        if (text.StartsWith('+')) return start is { } zero && Script.SinceStart(text) is { } since ? zero + since : null;
        if (!TimeOnly.TryParseExact(text.TrimEnd('Z', 'z'), ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        var today = new DateTimeOffset(now.UtcDateTime.Date + time.ToTimeSpan(), TimeSpan.Zero);
        // Shortly after midnight, 23:55 was yesterday.
        return today > now ? today.AddDays(-1) : today;
    }

    /// <summary>A field people fill in, by its name or by the beginning of one name only (p95); type and the chain are not theirs.</summary>
    public static Field? Field(string type, string key)
    {
        if (EventCatalog.Find(type, EventCatalog.Canonical(type, key)) is { } field) return Ours.Contains(field.Name) ? null : field;
        if (Figures(type).Contains(key)) return new Field(key, FactNames.Units[key] == "word" ? FieldKind.Text : FieldKind.Number);
        return Names(type).Where(n => n.StartsWith(key, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? EventCatalog.Find(type, only) : null;
    }

    public static IEnumerable<string> Names(string type) => EventCatalog.Types[type].Select(f => f.Name).Where(n => !Ours.Contains(n));

    /// <summary>What a sample may say besides: figures that rules and exact checks go by. Those of probes and of counted writes are worked out.</summary>
    private static IEnumerable<string> Figures(string type) => type == "sli" ? FactNames.Units.Where(f => f.Value is "%" or "ms" or "s" or "word").Select(f => f.Key) : [];

    private static readonly string[] Ours = ["type", "seq", "prev", "from", "at", "by", "role", "approx"];

    [GeneratedRegex("""(?<key>[\p{L}][\p{L}\p{N}_]*)=(?:"(?<quoted>[^"]*)"|(?<value>\S*))|"[^"]*"|\S+""", RegexOptions.CultureInvariant)] private static partial Regex Token();
}

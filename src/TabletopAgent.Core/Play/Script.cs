using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Play;

/// <summary>One line of a rehearsal.</summary>
/// <param name="At">Since minute 0, pauses included; null: before minute 0.</param>
/// <param name="Line">As it would be typed.</param>
internal sealed record ScriptLine(TimeSpan? At, string Line, Place Place);

/// <summary>A rehearsal written down: <c>+12:30 Dana: /decide fail over</c>. A line without a time follows the one above it; before the first time stands what comes before minute 0.</summary>
internal static partial class Script
{
    public static IReadOnlyList<ScriptLine> Read(string text, string file, List<Note> notes)
    {
        var lines = new List<ScriptLine>();
        TimeSpan? at = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            var (line, place) = (raw.Trim().TrimStart('\uFEFF'), new Place(file, ++number));
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith('+'))
            {
                var (said, rest) = line.Split((char[]?)null, 2, StringSplitOptions.TrimEntries) is [var first, var more] ? (first, more) : (line, "");
                if (SinceStart(said) is not { } time)
                {
                    notes.Add(Notes.BadScriptTime(place, said));
                    continue;
                }

                if (time < at) notes.Add(Notes.ScriptStepsBack(place, said));
                at = at is null || time > at ? time : at;
                line = rest;
            }

            lines.Add(new ScriptLine(at, line, place));
        }

        return lines;
    }

    /// <summary>Several scripts as one, by their times; at one time the lines of the first come first.</summary>
    public static IReadOnlyList<ScriptLine> Together(IEnumerable<IReadOnlyList<ScriptLine>> scripts) => [.. scripts.SelectMany(s => s).OrderBy(l => l.At ?? TimeSpan.MinValue)];

    /// <summary>The time since minute 0 that +12:30 says, in minutes and seconds; null where it says none.</summary>
    public static TimeSpan? SinceStart(string text) => Time().Match(text) is { Success: true } m
        ? new TimeSpan(0, int.Parse(m.Groups["m"].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups["s"].Value, CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex(@"^\+(?<m>\d{1,4}):(?<s>[0-5]\d)$", RegexOptions.CultureInvariant)] private static partial Regex Time();
}

using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Reports;

/// <summary>The fields between the first two --- lines, read line by line: a colon too many must not cost the whole document.</summary>
internal static partial class FrontMatterKeys
{
    /// <returns>The fields with their lines, and the number of the first line behind them.</returns>
    public static (IReadOnlyList<(string Name, string Value, int Line)> Fields, int Next) Read(string text)
    {
        var lines = text.Split('\n', 200);
        var start = Array.FindIndex(lines, l => l.Trim().Length > 0);
        if (start < 0 || lines[start].Trim() != "---") return ([], 1);
        var end = Array.FindIndex(lines, start + 1, l => l.Trim() is "---" or "...");
        if (end < 0) return ([], 1);
        var fields = new List<(string, string, int)>();
        for (var i = start + 1; i < end; i++)
            if (Field().Match(lines[i]) is { Success: true } m)
                fields.Add((m.Groups["name"].Value, m.Groups["value"].Value.Trim().Trim('"', '\'').Trim(), i + 1));
        return (fields, end + 2);
    }

    public static string? Value(this IReadOnlyList<(string Name, string Value, int Line)> fields, string name) =>
        fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"^(?<name>[A-Za-z][\w-]{0,40})\s*:\s*(?<value>.*?)\s*(?:\s#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}

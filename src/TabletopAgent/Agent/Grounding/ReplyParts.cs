using System.Text.Json;
using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Grounding;

internal enum PartKind
{
    /// <summary>Line breaks, list markers and fences: shown as they are.</summary>
    Frame,
    Sentence,
    Heading,

    /// <summary>A row of a table, with the header above it.</summary>
    Row,
    HeaderRow,
    Json,
}

/// <summary>A part of a reply that stands or is struck as one. All parts in a row are the reply.</summary>
/// <param name="Header">The table's header cells.</param>
/// <param name="Item">It is an item of a list.</param>
/// <param name="Last">It ends its line.</param>
internal sealed record Part(PartKind Kind, string Text, IReadOnlyList<string>? Header = null, bool Item = false, bool Last = false, int Index = 0);

/// <summary>Takes a reply in Markdown apart, block by block.</summary>
internal sealed partial class ReplyParts
{
    private static readonly string[] s_fences = ["", "json", "text", "md", "markdown", "yaml", "csv", "console", "bash"];

    /// <summary>The last number of a list: the next item has the next.</summary>
    private int _number;

    public IReadOnlyList<Part> Of(string block)
    {
        var (parts, lines) = (new List<Part>(), block.Split('\n'));
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (Fence().Match(line) is { Success: true } open && s_fences.Contains(open.Groups["kind"].Value.Trim().ToLowerInvariant()))
            {
                var end = Array.FindIndex(lines, i + 1, l => l.TrimStart().StartsWith(open.Groups["mark"].Value, StringComparison.Ordinal));
                var body = lines[(i + 1)..(end < 0 ? lines.Length : end)];
                parts.Add(new Part(PartKind.Frame, line + Break(lines, i)));
                if (Json(string.Join('\n', body)) is { } json) parts.Add(new Part(PartKind.Json, json));
                else foreach (var inner in body.Select((l, n) => (l, n))) Prose(inner.l, parts, inner.n + 1 < body.Length ? "\n" : "");
                if (end >= 0 && body.Length > 0) parts.Add(new Part(PartKind.Frame, "\n"));
                i = end < 0 ? lines.Length : end;
                if (end >= 0) parts.Add(new Part(PartKind.Frame, lines[end] + Break(lines, end)));
            }
            else if (i + 1 < lines.Length && line.Contains('|', StringComparison.Ordinal) && Delimiter().IsMatch(lines[i + 1]))
            {
                var header = Cells(line);
                parts.Add(new Part(PartKind.HeaderRow, line, header));
                parts.Add(new Part(PartKind.Frame, $"\n{lines[i + 1]}{Break(lines, i + 1)}"));
                var row = 0;
                for (i += 2; i < lines.Length && lines[i].Contains('|', StringComparison.Ordinal); i++)
                {
                    parts.Add(new Part(PartKind.Row, lines[i], header, Index: ++row));
                    parts.Add(new Part(PartKind.Frame, Break(lines, i)));
                }

                i--;
            }
            else if (line.TrimStart() is ['{' or '[', ..] && Object(lines, i) is { } length)
            {
                parts.Add(new Part(PartKind.Json, string.Join('\n', lines[i..(i + length)])));
                i += length - 1;
                parts.Add(new Part(PartKind.Frame, Break(lines, i)));
            }
            else Prose(line, parts, Break(lines, i));
        }

        return parts;
    }

    public static IReadOnlyList<string> Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(c => c.Trim())];

    private static string Break(string[] lines, int i) => i + 1 < lines.Length ? "\n" : "";

    private static string? Json(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..]) return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>How many lines a JSON value takes that begins here; null: none does.</summary>
    private static int? Object(string[] lines, int from)
    {
        for (var to = from; to < lines.Length && (to == from || !string.IsNullOrWhiteSpace(lines[to])); to++)
            if (lines[to].TrimEnd() is [.., '}' or ']'] && Json(string.Join('\n', lines[from..(to + 1)])) is not null) return to - from + 1;
        return null;
    }

    private void Prose(string line, List<Part> parts, string end)
    {
        var marker = Marker().Match(line);
        var item = marker.Groups["item"].Success;
        if (marker.Groups["number"].Success)
        {
            // A list counts up from one; "42. minutes" is no list.
            var n = int.Parse(marker.Groups["number"].Value);
            if (n != 1 && n != _number + 1) marker = Match.Empty;
            else _number = n;
        }

        var heading = marker.Groups["heading"].Success || line.TrimEnd() is ['*', '*', .., '*', '*'] && !line.Trim(' ', '*').Contains('.', StringComparison.Ordinal);
        if (marker.Success && marker.Length > 0) parts.Add(new Part(PartKind.Frame, marker.Value));
        var from = marker.Success ? marker.Length : 0;
        while (from < line.Length)
        {
            var to = SentenceEnd(line, from);
            var text = line[from..to];
            var space = text.Length - text.TrimEnd().Length;
            if (space < text.Length) parts.Add(new Part(heading ? PartKind.Heading : PartKind.Sentence, text[..^space], Item: item, Last: to == line.Length));
            if (space > 0) parts.Add(new Part(PartKind.Frame, text[^space..]));
            from = to;
        }

        if (string.IsNullOrWhiteSpace(line)) parts.Add(new Part(PartKind.Frame, ""));
        if (end.Length > 0) parts.Add(new Part(PartKind.Frame, end));
    }

    /// <summary>Where the sentence that begins here ends, with the white space behind it. A quotation is not cut.</summary>
    private static int SentenceEnd(string line, int from)
    {
        var quoted = false;
        for (var i = from; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == '“') quoted = true;
            else if (line[i] == '”') quoted = false;
            if (line[i] is not ('.' or '!' or '?' or '…' or '。' or '！' or '？') || quoted && line.AsSpan(i).IndexOfAny('"', '”') > 0) continue;
            var to = i + 1;
            while (to < line.Length && line[to] is '.' or '!' or '?' or '"' or '”' or '’' or '\'' or ')' or ']' or '*' or '_' or '`') to++;
            if (line[i] is not ('。' or '！' or '？') && to < line.Length && !char.IsWhiteSpace(line[to])) continue;
            if (line[i] == '.' && Shortening().IsMatch(line.AsSpan(from, i + 1 - from))) continue;
            while (to < line.Length && char.IsWhiteSpace(line[to])) to++;
            return to;
        }

        return line.Length;
    }

    [GeneratedRegex(@"^\s*(?<mark>```|~~~)(?<kind>[^`]*)$", RegexOptions.CultureInvariant)] private static partial Regex Fence();

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$", RegexOptions.CultureInvariant)] private static partial Regex Delimiter();

    [GeneratedRegex(@"^\s*(?:>\s?)*(?:(?<heading>\#{1,6})\s+|(?<item>[-*+•])\s+(?:\[ \]\s+)?|(?<item>(?<number>\d{1,3})[.)])\s+|-{3,}$)?", RegexOptions.CultureInvariant)] private static partial Regex Marker();

    [GeneratedRegex(@"(?:^|[\s(])(?:e\.g|i\.e|e|i|vs|approx|cf|resp|incl|no|nr|min|max|sec)\.$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)] private static partial Regex Shortening();
}

using System.Text.RegularExpressions;

namespace TabletopAgent.Markdown;

/// <summary>
/// Blanks what is no content before a page is parsed: comments, navigation, downloads, footers. Lines are blanked, never removed,
/// so that every later line number is the author's.
/// </summary>
internal static partial class Cleaner
{
    /// <returns>The lines to parse and the front matter between its fences ("" if there is none).</returns>
    public static (string[] Lines, string FrontMatter) Clean(string text, string file, List<Note> notes)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++) lines[i] = lines[i].TrimEnd('\r');
        if (lines.Length > 0) lines[0] = lines[0].TrimStart('\uFEFF');
        var frontMatter = TakeFrontMatter(lines);
        var open = RepairFences(lines, file, notes);
        BlankOutsideFences(lines, open, file, notes);
        return (lines, frontMatter);
    }

    private static string TakeFrontMatter(string[] lines)
    {
        if (lines.Length < 2 || lines[0].TrimEnd() != "---") return "";
        var end = Array.FindIndex(lines, 1, l => l.TrimEnd() is "---" or "...");
        if (end < 0) return "";
        var yaml = string.Join('\n', lines[1..end]);
        Array.Fill(lines, "", 0, end + 1);
        return yaml;
    }

    /// <summary>Marks the lines inside fences. A fence that is never closed ends before the next heading of level 2.</summary>
    private static bool[] RepairFences(string[] lines, string file, List<Note> notes)
    {
        var inside = new bool[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!First(lines[i], quoted: true, "`~") || Fence().Match(lines[i]) is not { Success: true } opening)
            {
                i = CommentEnd(lines, i);
                continue;
            }

            var mark = opening.Groups["mark"].Value;
            var end = Close(lines, i + 1, mark);
            if (end >= 0) KeepInItem(lines, i, end, mark, file, notes);
            else
            {
                var heading = Array.FindIndex(lines, i + 1, l => l.StartsWith("## ", StringComparison.Ordinal));
                if (heading < 0) heading = Array.FindIndex(lines, i + 1, l => l.StartsWith("### ", StringComparison.Ordinal));
                end = heading < 0 ? lines.Length : heading - 1;
                notes.Add(Notes.RepairedFence(new Place(file, i + 1)));
                if (heading >= 0)
                {
                    // The line before a heading is nearly always blank; where it is not, the fence loses that line.
                    if (end > i) lines[end] = mark;
                    else lines[i] = "";
                }
            }

            for (var j = i; j <= end && j < lines.Length; j++) inside[j] = true;
            i = end;
        }

        return inside;
    }

    /// <summary>
    /// A fence inside a list item must be indented to its end: a line further left ends the item, and the closing mark would open a
    /// fence of its own that swallows the page. Such lines are moved in.
    /// </summary>
    private static void KeepInItem(string[] lines, int from, int to, string mark, string file, List<Note> notes)
    {
        var indent = Indent(lines[from]);
        if (indent == 0 || lines[from][indent] == '>') return;
        for (var i = from + 1; i < to; i++)
            if (lines[i].Length > 0 && Indent(lines[i]) < indent) lines[i] = new string(' ', indent) + lines[i].TrimStart();
        if (Indent(lines[to]) >= indent) return;
        lines[to] = new string(' ', indent) + mark;
        notes.Add(Notes.MovedFence(new Place(file, to + 1)));
    }

    /// <summary>Whether the first character that says something is one of these: most lines are told from markup by it, and no pattern need look.</summary>
    private static bool First(string line, bool quoted, string any)
    {
        foreach (var c in line)
            if (!char.IsWhiteSpace(c) && !(quoted && c == '>')) return any.Contains(c);
        return false;
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    /// <summary>The line on which a comment that begins here ends; the line itself where none begins.</summary>
    private static int CommentEnd(string[] lines, int at)
    {
        var end = at;
        var from = 0;
        while ((from = lines[end].IndexOf("<!--", from, StringComparison.Ordinal)) >= 0)
        {
            var stop = lines[end].IndexOf("-->", from + 4, StringComparison.Ordinal);
            while (stop < 0 && end + 1 < lines.Length) stop = lines[++end].IndexOf("-->", StringComparison.Ordinal);
            if (stop < 0) return end;
            from = stop + 3;
        }

        return end;
    }

    private static int Close(string[] lines, int from, string mark)
    {
        for (var i = from; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.Length >= mark.Length && line.TrimStart(mark[0]).Length == 0 && lines[i].Length - lines[i].TrimStart().Length <= 3 + 8) return i;
        }

        return -1;
    }

    private static void BlankOutsideFences(string[] lines, bool[] inside, string file, List<Note> notes)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (inside[i]) continue;
            var line = lines[i];
            if (line.Contains("<!--", StringComparison.Ordinal)) i = BlankComment(lines, i, file, notes);
            else if (!First(line, quoted: false, "<#&[*nN")) continue;
            else if (line.AsSpan().TrimStart().StartsWith("<details", StringComparison.OrdinalIgnoreCase) && Navigation(lines, i) is { } end)
            {
                Blank(lines, i, end);
                notes.Add(Notes.DroppedBlock(new Place(file, i + 1), "a navigation box"));
                i = end;
            }
            else if (Heading().Match(line) is { Success: true } heading && Downloads().IsMatch(heading.Groups["text"].Value))
            {
                var stop = NextHeading(lines, inside, i + 1);
                Blank(lines, i, stop - 1);
                notes.Add(Notes.DroppedBlock(new Place(file, i + 1), "a downloads block"));
                i = stop - 1;
            }
            else if (Heading().Match(line) is { Success: true } last && Footer().IsMatch(last.Groups["text"].Value))
            {
                Blank(lines, i, lines.Length - 1);
                notes.Add(Notes.DroppedBlock(new Place(file, i + 1), "the footer"));
                return;
            }
            else if (LoneMarkup().IsMatch(line) || NextPage().IsMatch(line)) lines[i] = "";
        }
    }

    private static int BlankComment(string[] lines, int at, string file, List<Note> notes)
    {
        var start = lines[at].IndexOf("<!--", StringComparison.Ordinal);
        var footer = lines[at].Contains("FOOTER_START", StringComparison.Ordinal);
        var end = at;
        var stop = lines[at].IndexOf("-->", start + 4, StringComparison.Ordinal);
        while (stop < 0 && end + 1 < lines.Length) stop = lines[++end].IndexOf("-->", StringComparison.Ordinal);
        if (footer)
        {
            var close = Array.FindIndex(lines, at, l => l.Contains("FOOTER_END", StringComparison.Ordinal));
            end = close < 0 ? lines.Length - 1 : close;
            Blank(lines, at, end);
            notes.Add(Notes.DroppedBlock(new Place(file, at + 1), "the footer"));
            return end;
        }

        var before = lines[at][..start];
        var after = stop < 0 ? "" : lines[end][(stop + 3)..];
        Blank(lines, at, end);
        lines[at] = before;
        if (end == at) lines[at] += after;
        else lines[end] = after;
        notes.Add(Notes.DroppedBlock(new Place(file, at + 1), "a comment"));
        // What follows the comment on its last line may hold another one.
        return lines[end].Contains("<!--", StringComparison.Ordinal) ? end - 1 : end;
    }

    /// <summary>The last line of a details box that only leads somewhere else, or null when the box holds content.</summary>
    private static int? Navigation(string[] lines, int at)
    {
        var depth = 0;
        var summary = false;
        for (var i = at; i < lines.Length; i++)
        {
            if (i < at + 6 && NavigationSummary().IsMatch(lines[i])) summary = true;
            depth += Count(lines[i], "<details") - Count(lines[i], "</details");
            if (depth <= 0) return summary ? i : null;
        }

        return null;
    }

    private static int Count(string line, string what)
    {
        var n = 0;
        for (var i = line.IndexOf(what, StringComparison.OrdinalIgnoreCase); i >= 0; i = line.IndexOf(what, i + 1, StringComparison.OrdinalIgnoreCase)) n++;
        return n;
    }

    private static int NextHeading(string[] lines, bool[] inside, int from)
    {
        var i = from;
        while (i < lines.Length && (inside[i] || !Heading().IsMatch(lines[i])) && !lines[i].Contains("FOOTER_START", StringComparison.Ordinal)) i++;
        return i;
    }

    private static void Blank(string[] lines, int from, int to)
    {
        for (var i = from; i <= to && i < lines.Length; i++) lines[i] = "";
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^ {0,3}(?:> ?)*\s{0,8}(?<mark>`{3,}|~{3,})(?![^`]*`)", RegexOptions.CultureInvariant)] private static partial Regex Fence();
    [GeneratedRegex(@"^ {0,3}#{1,6}\s+(?<text>.*)$", Plain)] private static partial Regex Heading();
    [GeneratedRegex(@"quick[- ]?start downloads", Plain)] private static partial Regex Downloads();
    [GeneratedRegex(@"^\W*explore more\b", Plain)] private static partial Regex Footer();
    [GeneratedRegex(@"quick return|not sure where to start|3 ?am|recognition", Plain)] private static partial Regex NavigationSummary();
    [GeneratedRegex(@"^\s*(?:<(?:img|div|/div|br|p|/p|a|/a|center|/center|summary|/summary|details|/details|sub|sup)\b[^>]*>\s*|&nbsp;|\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)\s*)+$", Plain)] private static partial Regex LoneMarkup();
    [GeneratedRegex(@"^\s*\**next page to write", Plain)] private static partial Regex NextPage();
}

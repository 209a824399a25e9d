using System.Text.RegularExpressions;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Reports;

/// <summary>
/// Cuts a report into lines that know their heading. Line by line, because real reports have rows without their last pipe, bullets
/// with a dash of their own and fences that never close; a strict parser loses whole timelines to those.
/// </summary>
internal static partial class ReportLines
{
    /// <summary>A report longer than this is none; what follows is left out with a note.</summary>
    public const int Most = 50_000;

    private const int LongestRow = 20_000;

    public static List<ReportLine> Of(string text, int firstLine = 1)
    {
        var lines = text.Split('\n');
        var quoted = Fences(lines);
        var state = new State();
        var found = new List<ReportLine>();
        for (var i = 0; i < lines.Length && i < Most; i++)
        {
            var raw = lines[i].TrimEnd();
            if (raw.Trim().Length == 0)
            {
                state.Blank();
                continue;
            }

            if (Fence().IsMatch(raw) && !raw.Trim().Trim('`').Contains('`', StringComparison.Ordinal) && raw.Trim().Trim('`', '~').Trim().Length < 20) continue;
            if (i + 1 < lines.Length && Underline().IsMatch(lines[i + 1]) && state.Table == 0 && !Bullet().IsMatch(raw) && !raw.Contains('|', StringComparison.Ordinal))
            {
                state.Heading(found, firstLine + i, lines[i + 1].TrimStart()[0] == '=' ? 1 : 2, raw);
                i++;
                continue;
            }

            state.Take(found, firstLine + i, raw, quoted[i], i + 1 < lines.Length ? lines[i + 1] : "");
        }

        return Joined(found);
    }

    /// <summary>A sentence that its author broke over several lines is one line here; the first one is its place.</summary>
    private static List<ReportLine> Joined(List<ReportLine> lines)
    {
        var joined = new List<ReportLine>(lines.Count);
        var next = 0;
        foreach (var line in lines)
        {
            if (joined.Count > 0 && line.Number == next && joined[^1] is { Kind: LineKind.Text or LineKind.Bullet, Quoted: false, Text.Length: < 8000 } before && Goes(line, before))
                joined[^1] = before with { Text = $"{before.Text} {line.Text}", Value = before.Label is null ? "" : $"{before.Value} {line.Text}".Trim() };
            else joined.Add(line);
            next = line.Number + 1;
        }

        return joined;
    }

    private static bool Goes(ReportLine line, ReportLine before) =>
        line is { Kind: LineKind.Text, Quoted: false, Label: null } && before.Section == line.Section && !(before.Text.StartsWith('[') && before.Text.EndsWith(']')) && !Field().IsMatch(line.Text) && Clock.Leading(line.Text) is null;

    /// <summary>
    /// Lines between two fence marks, but only where no entry of a report stands between them: of an odd number of marks, one must
    /// not turn the rest of the page into code.
    /// </summary>
    private static bool[] Fences(string[] lines)
    {
        var quoted = new bool[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Fence().IsMatch(lines[i])) continue;
            var end = i + 1;
            while (end < lines.Length && !Fence().IsMatch(lines[end]) && !Structure().IsMatch(lines[end])) end++;
            // Never closed: what the program printed ends with the first empty line.
            if (end == lines.Length || !Fence().IsMatch(lines[end])) end = Array.FindIndex(lines, i, l => l.Trim().Length == 0) is > 0 and var blank && blank < end ? blank : end - 1;
            for (var j = i; j <= end; j++) quoted[j] = true;
            i = end;
        }

        return quoted;
    }

    /// <summary>Where in the page the reader is.</summary>
    private sealed class State
    {
        private readonly string[] _headings = new string[7];
        private string? _label;
        private int _labelDepth;
        private IReadOnlyList<string> _head = [];
        private bool _inTable;

        public int Table => _inTable ? _tables : 0;

        private int _tables;

        private string Section => _label ?? Above(0);

        private string Above(int skip)
        {
            for (var level = 6; level > 0; level--)
                if (_headings[level] is { } heading && skip-- == 0) return heading;
            return "";
        }

        public void Blank() => (_inTable, _head) = (false, []);

        public void Heading(List<ReportLine> found, int number, int level, string raw)
        {
            var plain = Markup.Plain(raw.TrimEnd('#', ' '));
            found.Add(new ReportLine(number, LineKind.Heading, level, plain, null, Section, Above(0)));
            // A heading that is a time is an entry; what is under it belongs to the section around it.
            if (Clock.Leading(plain) is { } stamp && (stamp.HasTime || stamp.HasDate && plain.Length - stamp.End < 3)) return;
            _headings[level] = plain;
            for (var deeper = level + 1; deeper < _headings.Length; deeper++) _headings[deeper] = null!;
            _label = null;
            Blank();
        }

        public void Take(List<ReportLine> found, int number, string raw, bool quoted, string next)
        {
            if (!quoted && Hash().Match(raw) is { Success: true } hash)
            {
                Heading(found, number, hash.Groups["level"].Length, hash.Groups["text"].Value);
                return;
            }

            var depth = raw.Length - raw.TrimStart().Length;
            if (!quoted && IsRow(raw, next))
            {
                Row(found, number, raw, depth, next);
                return;
            }

            Blank();
            var bullet = Bullet().Match(raw);
            var body = bullet.Success ? raw[bullet.Length..] : raw.TrimStart().TrimStart('>').TrimStart();
            var (label, rest) = Markup.Bold(body);
            if (!quoted && label is not null && Clock.Leading(label) is null)
            {
                var enough = bullet.Success || rest.Length == 0 || body.Contains(":**", StringComparison.Ordinal) || body.Contains("**:", StringComparison.Ordinal);
                if (enough && (_label is null || depth <= _labelDepth || rest.Length == 0)) (_label, _labelDepth) = (label, depth);
            }
            else if (bullet.Success && _label is not null && depth <= _labelDepth && !quoted && depth > 0) _label = null;

            found.Add(new ReportLine(number, bullet.Success ? LineKind.Bullet : LineKind.Text, depth, Markup.Plain(body), label, Section, Above(_label is null ? 1 : 0))
            {
                Quoted = quoted, Value = label is null ? "" : Markup.Plain(rest),
            });
        }

        private bool IsRow(string raw, string next)
        {
            var trimmed = raw.TrimStart();
            if (trimmed.StartsWith('|')) return true;
            return trimmed.Contains('|', StringComparison.Ordinal) && (_inTable || Rule().IsMatch(next));
        }

        private void Row(List<ReportLine> found, int number, string raw, int depth, string next)
        {
            if (!_inTable) (_inTable, _head, _tables) = (true, [], _tables + 1);
            if (Rule().IsMatch(raw)) return;
            var cells = Cells(raw);
            if (Rule().IsMatch(next))
            {
                _head = cells;
                return;
            }

            found.Add(new ReportLine(number, LineKind.Row, depth, string.Join(" | ", cells.Where(c => c.Length > 0)), null, Section, Above(1))
            {
                Cells = cells, Head = _head, Table = _tables,
            });
        }

        private static List<string> Cells(string raw)
        {
            var row = (raw.Length > LongestRow ? raw[..LongestRow] : raw).Trim();
            if (row.StartsWith('|')) row = row[1..];
            if (row.EndsWith('|') && !row.EndsWith(@"\|", StringComparison.Ordinal)) row = row[..^1];
            return [.. Pipe().Split(row).Select(c => Markup.Plain(c.Replace(@"\|", "|", StringComparison.Ordinal)))];
        }
    }

    [GeneratedRegex(@"^\s*(?:```|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s{0,3}(?<level>#{1,6}(?=\s)|#{2,6}(?=[A-Za-z]))\s*(?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex(@"^\s*(?:[-*+•–—▪◦]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    // A line that names what it gives: "Start: …", "[Update - …]".
    [GeneratedRegex(@"^(?:[A-Z][\w /()-]{1,40}:(?:\s|$)|\[)", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\s{0,3}(?:={3,}|-{3,})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(?=.*\|)\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Pipe();

    // What never stands inside code: a heading with a space, a bold bullet, a bullet or row that begins with a time.
    [GeneratedRegex(@"^(?:#{1,4} [A-Z0-9]|\s*[-*–] \*\*|\s*[-*–|]\s*\**\d{1,4}[-:/.]\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Structure();
}

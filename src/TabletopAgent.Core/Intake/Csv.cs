using System.Text;

namespace TabletopAgent.Intake;

/// <summary>Reads RFC 4180 and what spreadsheets make of it: comma, semicolon or tab, a <c>sep=;</c> line, line breaks in quotes, stray quotes.</summary>
internal static class Csv
{
    internal readonly record struct Row(int Line, IReadOnlyList<string> Cells);

    /// <returns>The delimiter and the rows that are not empty.</returns>
    public static (char Delimiter, List<Row> Rows) Read(string text, string file, int firstLine, List<Note> notes)
    {
        var (delimiter, skipped) = Delimiter(text);
        var rows = new List<Row>();
        var at = skipped;
        var line = firstLine + (skipped > 0 ? 1 : 0);
        while (at < text.Length)
        {
            var start = line;
            var cells = new List<string>();
            while (Cell(text, ref at, ref line, delimiter, cells, () => notes.Add(Notes.UnclosedQuote(new Place(file, line)))))
            {
            }

            if (cells.Exists(c => c.Length > 0)) rows.Add(new Row(start, cells));
        }

        return (delimiter, rows);
    }

    /// <summary>Reads one cell and what ends it.</summary>
    /// <returns>Whether the row goes on.</returns>
    private static bool Cell(string text, ref int at, ref int line, char delimiter, List<string> cells, Action unclosed)
    {
        var cell = new StringBuilder();
        while (at < text.Length && text[at] is ' ' && delimiter != ' ') at++;
        if (at < text.Length && text[at] == '"')
        {
            var opened = line;
            at++;
            while (at < text.Length && !(text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"')))
            {
                if (text[at] == '\n') line++;
                cell.Append(text[at]);
                at += text[at] == '"' ? 2 : 1;
            }

            if (at == text.Length)
            {
                line = opened;
                unclosed();
            }

            at++;
        }

        // What stands behind a closing quote belongs to the cell: some programs quote only part of one.
        while (at < text.Length && text[at] != delimiter && text[at] != '\n') cell.Append(text[at++]);
        cells.Add(cell.ToString().Trim());
        if (at >= text.Length) return false;
        if (text[at++] == delimiter) return true;
        line++;
        return false;
    }

    /// <summary>The delimiter named by a first line <c>sep=;</c>, else the one that is most often in the first row.</summary>
    internal static (char Delimiter, int Skipped) Delimiter(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? text : text[..end]).Trim();
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return (first[4], end < 0 ? text.Length : end + 1);
        if (first.Equals("sep=", StringComparison.OrdinalIgnoreCase)) return ('\t', end + 1);

        var best = ',';
        var most = 0;
        foreach (var candidate in ",;\t")
        {
            var quoted = false;
            var count = 0;
            foreach (var c in first)
            {
                if (c == '"') quoted = !quoted;
                else if (c == candidate && !quoted) count++;
            }

            if (count > most) (best, most) = (candidate, count);
        }

        return (best, 0);
    }
}

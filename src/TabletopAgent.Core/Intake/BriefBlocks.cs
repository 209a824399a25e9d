namespace TabletopAgent.Intake;

/// <summary>Parts of a brief that span lines: fences, tables, JSON and CSV in the text.</summary>
internal sealed partial class BriefReader
{
    /// <returns>The index of the closing line, or of the last one.</returns>
    private int Fenced(int at, string mark)
    {
        Close();
        var end = Array.FindIndex(_lines, at + 1, l => l.TrimStart(' ', '>').TrimEnd() is { Length: >= 3 } t && t.All(c => c == mark[0]));
        var stop = end < 0 ? _lines.Length : end;
        if (_label.Section != Section.Prompt && at + 1 < stop) Inner(at + 1, stop - 1);
        return Math.Min(stop, _lines.Length - 1);
    }

    /// <summary>Lines that may be JSON or CSV, else a piece of the part they stand in.</summary>
    private int Inner(int from, int to)
    {
        Close();
        var text = string.Join('\n', _lines[from..(to + 1)]);
        var line = _firstLine + from;
        if (string.IsNullOrWhiteSpace(text)) return to;
        if (JsonInput.TryRead(text, _file, line, _into)) return to;
        if (ProbeTable.IsHeader(text)) ProbeTable.Read(text, _file, line, _into, _label.Phase);
        else Read(text, _file, line, _into, _label.Section, _label.Phase);
        return to;
    }

    /// <summary>The line on which the braces opened on this one are closed, or -1.</summary>
    private int Block(int from)
    {
        var (depth, quoted) = (0, false);
        for (var i = from; i < _lines.Length; i++)
        {
            // Ten thousand braces that never close would each be followed to the end.
            if (++_followed > _lines.Length * 4L) return -1;
            var line = _lines[i];
            for (var c = 0; c < line.Length; c++)
            {
                if (line[c] == '\\') c++;
                else if (line[c] == '"') quoted = !quoted;
                else if (!quoted && line[c] is '{' or '[') depth++;
                else if (!quoted && line[c] is '}' or ']') depth--;
            }

            if (depth == 0) return i;
        }

        return -1;
    }

    /// <summary>CSV under a label of probes, up to the next empty line.</summary>
    private int Rows(int from)
    {
        Close();
        var to = Array.FindIndex(_lines, from, string.IsNullOrWhiteSpace);
        if (to < 0) to = _lines.Length;
        ProbeTable.Read(string.Join('\n', _lines[from..to]), _file, _firstLine + from, _into, _label.Phase);
        return to - 1;
    }

    /// <summary>A Markdown table: probes where its header names their fields, else each row is one line of the part it stands in.</summary>
    private int Table(int from)
    {
        Close();
        var to = from;
        while (to + 1 < _lines.Length && _lines[to + 1].AsSpan().TrimStart().StartsWith("|")) to++;
        var rows = new List<Csv.Row>();
        for (var i = from; i <= to; i++)
            if (!_lines[i].All(c => c is '|' or '-' or ':' or ' ' or '\t')) rows.Add(new Csv.Row(_firstLine + i, Cells(_lines[i])));
        if (rows.Count == 0 || _label.Section == Section.Prompt) return to;
        if (rows[0].Cells.Count(ProbeTable.Known) > 1) ProbeTable.Read(rows, '|', _file, _into, _label.Phase);
        else
        {
            var hasHeader = to > from && _lines[from + 1].Contains("--", StringComparison.Ordinal);
            foreach (var row in hasHeader ? rows.Skip(1) : rows)
                Content(string.Join(" | ", row.Cells.Where(c => c.Length > 0)), new Place(_file, row.Line), true);
        }

        Close();
        return to;
    }

    private static List<string> Cells(string line)
    {
        var cells = line.Trim().Replace(@"\|", "\u0001", StringComparison.Ordinal).Split('|').Select(c => c.Replace('\u0001', '|').Trim().Trim('`', '*')).ToList();
        cells.RemoveAt(0);
        if (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        return cells;
    }
}

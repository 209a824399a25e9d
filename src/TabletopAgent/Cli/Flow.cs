using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Text that comes in pieces, wrapped between words as it comes.</summary>
internal sealed class Flow(TextWriter to)
{
    private int _column;
    private string _under = "";

    /// <summary>Whether the last line is still open.</summary>
    public bool Open => _column > 0;

    /// <summary>Line breaks and indents are the text's own; everything else that steers a terminal is shown, not obeyed.</summary>
    public void Write(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) Break();
            var line = Untrusted.OneLine(lines[i]);
            // What is indented goes on below its own words.
            if (_column == 0) _under = line.StartsWith(' ') ? new string(' ', line.Length - line.TrimStart().Length + 2) : "";
            for (var at = 0; at < line.Length;)
            {
                var word = at;
                while (word < line.Length && line[word] == ' ') word++;
                var end = line.IndexOf(' ', word);
                if (end < 0) end = line.Length;
                Word(line[at..word], line[word..end]);
                at = end;
            }
        }
    }

    public void Break()
    {
        to.Write('\n');
        _column = 0;
    }

    private void Word(string space, string word)
    {
        if (word.Length > 0 && _column > 0 && _column + space.Length + Column.Cells(word) > Column.Width)
        {
            Break();
            space = _under;
        }

        to.Write(space);
        to.Write(word);
        _column += space.Length + Column.Cells(word);
    }
}

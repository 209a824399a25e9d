namespace TabletopAgent.Cli.Desk;

/// <summary>A line while it is being typed, and those typed before.</summary>
internal sealed class LineBuffer
{
    private readonly List<string> _past = [];
    private int _at;
    private int _back;

    public string Text { get; private set; } = "";

    /// <summary>Where the next letter goes.</summary>
    public int Cursor => _at;

    /// <returns>The line, once it is finished.</returns>
    public string? Take(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.Enter: return Finish();
            case ConsoleKey.Backspace when _at > 0: Cut(_at - 1, _at); break;
            case ConsoleKey.Delete when _at < Text.Length: Cut(_at, _at + 1); break;
            case ConsoleKey.LeftArrow: _at = Math.Max(0, _at - 1); break;
            case ConsoleKey.RightArrow: _at = Math.Min(Text.Length, _at + 1); break;
            case ConsoleKey.Home or ConsoleKey.A when key.Key == ConsoleKey.Home || control: _at = 0; break;
            case ConsoleKey.End or ConsoleKey.E when key.Key == ConsoleKey.End || control: _at = Text.Length; break;
            case ConsoleKey.U when control: Cut(0, _at); break;
            case ConsoleKey.W when control: Cut(WordStart(), _at); break;
            case ConsoleKey.UpArrow: Recall(_back + 1); break;
            case ConsoleKey.DownArrow: Recall(_back - 1); break;
            default:
                if (!char.IsControl(key.KeyChar)) Text = Text.Insert(_at++, key.KeyChar.ToString());
                break;
        }

        return null;
    }

    /// <summary>Completes the command that is being typed, where only one is meant.</summary>
    /// <returns>The commands that could be meant.</returns>
    public IReadOnlyList<string> Complete(IEnumerable<string> commands)
    {
        if (!Text.StartsWith('/') || Text.Contains(' ')) return [];
        var meant = commands.Where(c => c.StartsWith(Text[1..], StringComparison.OrdinalIgnoreCase)).ToList();
        if (meant is not [var only]) return meant;
        Text = $"/{only} ";
        _at = Text.Length;
        return meant;
    }

    private string Finish()
    {
        var line = Text;
        if (line.Length > 0 && (_past.Count == 0 || _past[^1] != line)) _past.Add(line);
        (Text, _at, _back) = ("", 0, 0);
        return line;
    }

    private void Recall(int back)
    {
        _back = Math.Clamp(back, 0, _past.Count);
        Text = _back == 0 ? "" : _past[^_back];
        _at = Text.Length;
    }

    private void Cut(int from, int to) => (Text, _at) = (Text.Remove(from, to - from), from);

    private int WordStart()
    {
        var start = _at;
        while (start > 0 && Text[start - 1] == ' ') start--;
        while (start > 0 && Text[start - 1] != ' ') start--;
        return start;
    }
}

using TabletopAgent.Render;

namespace TabletopAgent.Cli.Desk;

/// <summary>Reads lines at a terminal where others are printed in between: what is typed is taken away, and put back below them.</summary>
internal sealed class Keyboard(TextWriter to, Func<string> prompt, IReadOnlyList<string> commands)
{
    private const string Clear = "\r\e[K";
    private readonly Lock _one = new();
    private readonly LineBuffer _buffer = new();
    private bool _reading;

    /// <returns>The next line; null where somebody wants to leave.</returns>
    public string? ReadLine()
    {
        // Ctrl-C leaves as /leave does, with a word on how to go on.
        Console.TreatControlCAsInput = true;
        lock (_one)
        {
            _reading = true;
            Draw();
        }

        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            lock (_one)
            {
                if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control } || key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } && _buffer.Text.Length == 0) return Finish(null);
                if (key.Key == ConsoleKey.Tab)
                {
                    if (_buffer.Complete(commands) is { Count: > 1 } meant) to.Write($"{Clear}  {string.Join("  ", meant.Select(c => $"/{c}"))}\n");
                }
                else if (_buffer.Take(key) is { } line) return Finish(line);
                Draw();
            }
        }
    }

    /// <summary>Shows the prompt anew: it tells the minute.</summary>
    public void Refresh()
    {
        lock (_one)
            if (_reading) Draw();
    }

    /// <summary>Prints above the line that is being typed.</summary>
    public void Above(Action print)
    {
        lock (_one)
        {
            if (_reading) to.Write(Clear);
            print();
            if (_reading) Draw();
        }
    }

    private string? Finish(string? line)
    {
        _reading = false;
        // What was typed stays on the screen, behind its prompt.
        to.Write($"{Clear}{Untrusted.OneLine(prompt() + line)}\n");
        to.Flush();
        return line;
    }

    /// <summary>As much of the line as fits, its end where the cursor is.</summary>
    private void Draw()
    {
        var lead = prompt();
        var room = Math.Max(10, Console.WindowWidth - Column.Cells(lead) - 1);
        var from = Math.Max(0, _buffer.Cursor - room);
        var shown = Untrusted.OneLine(_buffer.Text[from..Math.Min(_buffer.Text.Length, from + room)]);
        to.Write($"{Clear}{lead}{shown}");
        if (_buffer.Text.Length > _buffer.Cursor) to.Write($"\r\e[{Column.Cells(lead) + Column.Cells(_buffer.Text[from.._buffer.Cursor])}C");
        to.Flush();
    }
}

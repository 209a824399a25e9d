using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Play;
using TabletopAgent.Render;

namespace TabletopAgent.Cli.Desk;

/// <summary>Shows at a terminal what came into the log and what somebody was answered. Other people's words are escaped here.</summary>
internal sealed class Printer(TextWriter to, Ink ink)
{
    private const int Lead = 16;
    private readonly Lock _one = new();

    /// <summary>Wraps everything that is printed; a keyboard takes away the line that is being typed, and puts it back.</summary>
    public Action<Action> Around { get; set; } = print => print();

    /// <summary>Entries of the log, for everybody.</summary>
    public void Entries(IReadOnlyList<Event> entries) => Print(() =>
    {
        foreach (var (entry, line) in Announcement.Of(entries))
        {
            var lead = string.Create(CultureInfo.InvariantCulture, $"{entry.At?.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {$"#{entry.Seq}",-4}  ");
            var (on, off) = entry.Type == "inject" ? (ink.Bold + ink.Yellow, ink.Reset) : entry.Text("kind") == Kind.Reminder ? (ink.Yellow, ink.Reset) : entry.Text("kind") == Kind.TimeBox ? (ink.Bold, ink.Reset) : ("", "");
            to.Write(on);
            Column.Write(to, lead, line, Lead);
            to.Write(off);
        }
    });

    /// <summary>What one person is told: as it is laid out, wrapped where it is too wide.</summary>
    public void Answer(string text) => Print(() =>
    {
        if (text.Length == 0) return;
        foreach (var line in text.Split('\n')) Line(line);
    });

    public void Wrong(Note note) => Print(() => Column.Write(to, $"{ink.Red}!{ink.Reset} ", $"{note.Text} ({note.Code})", 2));

    public void Notes(IEnumerable<Note> notes) => Print(() =>
    {
        foreach (var note in notes) Column.Write(to, "! ", note.ToString());
    });

    /// <summary>What is set in columns stays in them: a long line goes on below its last column.</summary>
    private void Line(string line)
    {
        var safe = Untrusted.OneLine(line).TrimEnd();
        var gap = safe.AsSpan(0, Math.Min(safe.Length, Column.Width / 2)).LastIndexOf("  ");
        var last = gap < 0 ? 0 : gap + 2;
        if (Column.Cells(safe) + 2 <= Column.Width) to.Write($"  {safe}\n");
        else Column.Write(to, $"  {safe[..last]}", safe[last..]);
    }

    private void Print(Action print)
    {
        lock (_one)
        {
            Around(print);
            to.Flush();
        }
    }
}

using System.Globalization;
using TabletopAgent.Cli;

namespace TabletopAgent.Batch;

/// <summary>Says how far a long run is: one line that moves on a terminal, a plain line now and then elsewhere.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan s_moving = TimeSpan.FromMilliseconds(200), s_plain = TimeSpan.FromSeconds(10);

    private readonly Terminal _terminal;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly int? _total;
    private TimeSpan _next;
    private int _done;
    private bool _said;

    /// <param name="paths">Counted first where that is cheap: archives are not opened twice.</param>
    public Progress(Terminal terminal, Sources sources, IEnumerable<string> paths)
    {
        (_terminal, Paths) = (terminal, [.. paths]);
        _next = terminal.Progress ? TimeSpan.FromSeconds(1) : s_plain;
        if (terminal.Progress && !Paths.Any(p => p.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))) _total = Count(Paths);
    }

    public IReadOnlyList<string> Paths { get; }

    public void Step()
    {
        _done++;
        var taken = TimeProvider.System.GetElapsedTime(_start);
        if (taken < _next) return;
        _next = taken + (_terminal.Progress ? s_moving : s_plain);
        var rate = _done / taken.TotalSeconds;
        var left = _total is { } total && total >= _done ? $", {Span(TimeSpan.FromSeconds((total - _done) / rate))} left" : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{_done:N0}{(_total is { } of ? $" of {of:N0}" : "")} files, {rate:N0} a second{left}");
        _terminal.Error.Write(_terminal.Progress ? $"\r\e[K{text}" : text + "\n");
        _said = true;
    }

    public void Dispose()
    {
        if (_said && _terminal.Progress) _terminal.Error.Write("\r\e[K");
    }

    private static int? Count(IEnumerable<string> paths)
    {
        var files = new Sources().Of(paths).Take(Most + 1).Count();
        return files <= Most ? files : null;
    }

    private const int Most = 1_000_000;

    private static string Span(TimeSpan left) => left.TotalMinutes >= 1 ? $"{left.TotalMinutes:0} min" : $"{Math.Max(1, left.TotalSeconds):0} s";
}

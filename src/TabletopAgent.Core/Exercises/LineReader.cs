using System.Text;

namespace TabletopAgent.Exercises;

/// <summary>Reads lines without ever holding more than one, and never one longer than its cap: a log may be a stream without an end.</summary>
internal sealed class LineReader(TextReader reader, int cap = LineReader.Cap)
{
    public const int Cap = 16 * 1024 * 1024;

    private readonly char[] _buffer = new char[16 * 1024];
    private int _at;
    private int _end;
    private bool _afterReturn;

    /// <summary>1-based number of the line last read.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line last read was longer than the cap; what was read of it is its beginning.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether the line last read was ended by a line break.</summary>
    public bool Ended { get; private set; }

    /// <summary>The next line without its break (LF, CRLF or a lone CR), or null at the end.</summary>
    public string? Next()
    {
        var line = new StringBuilder();
        (TooLong, Ended) = (false, false);
        var any = false;
        while (Fill())
        {
            if (_afterReturn && _buffer[_at] == '\n') _at++;
            _afterReturn = false;
            if (_at == _end) continue;
            any = true;
            var span = _buffer.AsSpan(_at, _end - _at);
            var stop = span.IndexOfAny('\n', '\r');
            var part = stop < 0 ? span : span[..stop];
            var room = cap - line.Length;
            line.Append(part.Length <= room ? part : part[..room]);
            TooLong |= part.Length > room;
            _at += part.Length;
            if (stop < 0) continue;
            _afterReturn = _buffer[_at++] == '\r';
            Ended = true;
            break;
        }

        if (!any) return null;
        Number++;
        return line.ToString();
    }

    private bool Fill()
    {
        if (_at < _end) return true;
        _at = 0;
        _end = reader.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}

using System.Text;

namespace TabletopAgent.Agent;

/// <summary>
/// Cuts a stream of pieces into what can be checked by itself: a sentence of prose, a line of a list, a whole table, a whole fenced
/// block, a whole JSON value. Nothing is added and nothing is lost.
/// </summary>
internal sealed class Blocks
{
    private readonly StringBuilder _held = new();

    /// <summary>Whether what is held begins a line; else it goes on with prose.</summary>
    private bool _lineStart = true;

    /// <returns>The blocks this piece completes, each with the white space behind it.</returns>
    public IReadOnlyList<string> Add(string piece)
    {
        _held.Append(piece);
        var found = new List<string>();
        var held = _held.ToString();
        var from = 0;
        for (var to = End(held, 0); to > from; to = End(held, from))
        {
            found.Add(held[from..to]);
            _lineStart = held[from..to].TrimEnd(' ', '\t') is [.., '\n' or '\r'];
            from = to;
        }

        _held.Remove(0, from);
        return found;
    }

    /// <summary>What is left when the stream is over.</summary>
    public string Rest()
    {
        var rest = _held.ToString();
        _held.Clear();
        return rest;
    }

    /// <summary>Where the first whole block from here ends; <paramref name="from"/> itself where it has not ended yet.</summary>
    private int End(string text, int from)
    {
        var start = from;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length) return from;
        var end = !_lineStart ? Sentence(text, start) : text[start] switch
        {
            '`' or '~' => Fence(text, start),
            '|' => Table(text, start),
            '{' or '[' => Value(text, start),
            '#' or '>' or '-' or '*' or '+' or '•' or (>= '0' and <= '9') => Line(text, start),
            _ => Sentence(text, start),
        };
        // The next word must have begun: before that nobody knows whether a number goes on.
        while (end > 0 && end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return end == 0 || end == text.Length ? from : end;
    }

    private static int Line(string text, int start) => text.IndexOf('\n', start) + 1;

    private static int Fence(string text, int start)
    {
        var mark = text.Length - start >= 3 ? text.Substring(start, 3) : "";
        if (mark is not ("```" or "~~~")) return mark.Length == 0 ? 0 : Line(text, start);
        var close = text.IndexOf($"\n{mark}", start, StringComparison.Ordinal);
        return close < 0 ? 0 : Line(text, close + 1);
    }

    /// <summary>Rows, until a line that is none has begun.</summary>
    private static int Table(string text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] == '|')
        {
            var next = Line(text, at);
            if (next == 0) return 0;
            at = next;
        }

        return at == text.Length ? 0 : at;
    }

    /// <summary>Lines, until the brackets are even and the line is over; what never gets even ends with an empty line.</summary>
    private static int Value(string text, int start)
    {
        var (depth, quoted) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted) i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] is '{' or '[') depth++;
            else if (!quoted && text[i] is '}' or ']') depth--;
            else if (text[i] == '\n' && (depth <= 0 || i + 1 < text.Length && text[i + 1] == '\n')) return i + 1;
        }

        return 0;
    }

    private static int Sentence(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
            if (text[i] == '\n') return i + 1;
            else if (Stops(text, i, start) is var stop and > 0) return stop;
        return 0;
    }

    private static int Stops(string text, int i, int start)
    {
        if (text[i] is not ('.' or '!' or '?' or '…' or '。' or '！' or '？')) return 0;
        var after = i + 1;
        while (after < text.Length && text[after] is '"' or '”' or '\'' or '’' or ')' or ']' or '*' or '.') after++;
        if (text[i] is '。' or '！' or '？') return after;
        if (after >= text.Length || !char.IsWhiteSpace(text[after])) return 0;
        // "e.g." goes on.
        var word = i;
        while (word > start && !char.IsWhiteSpace(text[word - 1])) word--;
        return text[i] == '.' && i - word == 3 && text[word + 1] == '.' && char.IsLetter(text[word]) ? 0 : after;
    }
}

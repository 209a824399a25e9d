using System.Text;

namespace TabletopAgent.Agent;

/// <summary>Cuts a stream of pieces into sentences, so that each can be checked before anybody sees it. Nothing is added and nothing is lost.</summary>
internal sealed class Sentences
{
    private readonly StringBuilder _held = new();

    /// <returns>The sentences this piece completes, each with the white space behind it.</returns>
    public IReadOnlyList<string> Add(string piece)
    {
        _held.Append(piece);
        var found = new List<string>();
        for (var at = End(_held.ToString()); at > 0; at = End(_held.ToString()))
        {
            found.Add(_held.ToString(0, at));
            _held.Remove(0, at);
        }

        return found;
    }

    /// <summary>What is left when the stream is over.</summary>
    public string Rest()
    {
        var rest = _held.ToString();
        _held.Clear();
        return rest;
    }

    /// <summary>Where the first whole sentence ends; 0 where it has not ended yet. The next word must have begun, or it could be a number.</summary>
    private static int End(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var stop = text[i] == '\n' ? i + 1 : Stops(text, i);
            if (stop == 0) continue;
            while (stop < text.Length && char.IsWhiteSpace(text[stop])) stop++;
            if (stop < text.Length) return stop;
        }

        return 0;
    }

    private static int Stops(string text, int i)
    {
        if (text[i] is not ('.' or '!' or '?' or '…' or '。' or '！' or '？')) return 0;
        var after = i + 1;
        while (after < text.Length && text[after] is '"' or '”' or '\'' or '’' or ')' or ']' or '*' or '.') after++;
        if (text[i] is '。' or '！' or '？') return after;
        if (after >= text.Length || !char.IsWhiteSpace(text[after])) return 0;
        // "1." opens a line of a list, "e.g." goes on.
        var start = i;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        var word = text.AsSpan(start, i - start);
        var counts = start == 0 && word.Length is 1 or 2 && word.IndexOfAnyExceptInRange('0', '9') < 0;
        var shortens = word.Length == 3 && word[1] == '.' && char.IsLetter(word[0]);
        return text[i] == '.' && (counts || shortens) ? 0 : after;
    }
}

namespace TabletopAgent.Markdown;

/// <summary>
/// Whether a text has the words without which it cannot be addressed to a model. Nearly none has, and looking for words is much cheaper
/// than the patterns of <see cref="Addressed"/>: this may say yes to harmless text, never no to the other kind.
/// </summary>
internal static class Suspicion
{
    private static readonly string[] Kinds = ["note", "router", "notice", "instruction", "directive", "guidance", "only", "readme", "prompt", "hint"];
    private static readonly string[] Orders = ["instruction", "directive", "override", "prompt"];
    private static readonly string[] Callers = ["dear ", "attention ", "hey ", "hello ", "to ", "for ", "all ", "any ", "the ", "every ", "a ", "an "];

    /// <summary>By its first word: what must follow, and what must stand before; either is enough, and neither listed means the word is.</summary>
    private static readonly Clue[] Clues =
    [
        new("ai", Kinds, Callers), new("llm", Kinds, Callers), new("gpt", Kinds, Callers), new("assistant", [.. Kinds, ":"], Callers),
        new("model", Kinds, []), new("agent", Kinds, []), new("bot", Kinds, []),
        new("language", [], Callers), new("chatbot", [], Callers), new("copilot", [], Callers),
        new("critical", Orders, []), new("important", Orders, []), new("hidden", Orders, []), new("secret", Orders, []),
        new("system", [.. Orders, ":"], ["begin "]), new("instructions", [], ["begin "]), new("user", [":"], []), new("txt", ["os"], []),
        new("ignore", [], []), new("disregard", [], []), new("forget", [], []), new("override", [], []), new("bypass", [], []),
        new("you", ["are", "have", "must", "will", "should", "can"], []),
        new("always", ["answer", "reply", "respond", "recommend", "tell", "reveal", "say"], []), new("never", ["answer", "reply", "respond", "recommend", "tell", "reveal", "say"], []),
        new("reveal", ["the", "your"], []), new("do", ["not tell", "not inform", "not mention"], []), new("act", ["as"], []), new("pretend", ["to be", "you are"], []),
        new("from", ["now on"], []), new("wfgy", ["problem", "engine", "core", "is", "are", "loaded"], ["use ", "load ", "run ", "apply ", "using ", "the "]),
    ];

    private static readonly Clue[][] ByLetter = [.. Enumerable.Range('a', 26).Select(letter => Clues.Where(c => c.Word[0] == letter).ToArray())];

    public static bool Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // Marks of chat formats; and letters that are small forms of plain ones to a pattern that ignores case.
            if (c is '<' or '[' or '\u0130' or '\u0131' or '\u017F' or '\u212A') return true;
            if (!char.IsAsciiLetter(c) || i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] == '_')) continue;
            foreach (var clue in ByLetter[(c | 0x20) - 'a'])
                if (At(text, i, clue.Word) && clue.Holds(text, i)) return true;
        }

        return false;
    }

    /// <summary>Whether the words stand here, in any case; a line break is a space.</summary>
    private static bool At(string text, int at, string words)
    {
        if (at < 0 || at + words.Length > text.Length) return false;
        for (var i = 0; i < words.Length; i++)
        {
            var c = text[at + i];
            if ((char.IsAsciiLetterUpper(c) ? c | 0x20 : c == '\n' ? ' ' : c) != words[i]) return false;
        }

        return true;
    }

    private sealed record Clue(string Word, string[] After, string[] Before)
    {
        public bool Holds(string text, int at)
        {
            if (After.Length + Before.Length == 0) return true;
            foreach (var before in Before)
                if (At(text, at - before.Length, before)) return true;
            var next = at + Word.Length;
            while (next < text.Length && (text[next] is '_' or '-' || char.IsWhiteSpace(text[next]))) next++;
            foreach (var after in After)
                if (At(text, next, after)) return true;
            return false;
        }
    }
}

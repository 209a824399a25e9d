using System.Text;

namespace TabletopAgent.Agent.Policy;

/// <summary>
/// What one person said in one turn, read for what may be written from it. A statement counts when it is a whole one: "do not fail over"
/// holds the words "fail over", and they are not what was said. What stands in quotation marks can be written, but asks for nothing.
/// </summary>
internal sealed class SpokenTurn
{
    /// <summary>A word, and what stands before it: nothing, a pause (colon, bar, quotation mark, because) or the start of a sentence.</summary>
    private readonly record struct Word(string Text, char Before, bool Quoted, bool Asked);

    private static readonly Dictionary<string, string[]> s_asks = new(StringComparer.Ordinal)
    {
        ["symptom"] = [],
        ["change"] = ["change"],
        ["decision"] = ["decision", "decide", "decided", "deciding", "agreed", "approve", "approved", "we'll", "i'll", "let's"],
        ["comms"] = ["comms", "update", "message", "announcement", "announce", "post", "posted", "sent"],
        ["inject"] = ["inject", "card"],
    };

    private static readonly HashSet<string> s_lead = new(
        ("please log record note write add put down save enter file the a an this my our following as that for to us we i have just now new next also then and ok okay yes " +
         "symptom report observation release play give deal").Split(' '), StringComparer.Ordinal);

    /// <summary>Words that open what an argument holds, and so close what stands before them.</summary>
    private static readonly Dictionary<string, string[]> s_labels = new(StringComparer.Ordinal)
    {
        ["rationale"] = ["because", "rationale", "reason"], ["owner"] = ["owner"], ["runbook"] = ["runbook"], ["proof"] = ["proof"], ["options"] = ["options"],
        ["before"] = ["before"], ["after"] = ["after"], ["audience"] = ["audience"], ["service"] = ["service"], ["region"] = ["region"], ["area"] = ["area"],
    };

    /// <summary>Of these, the ones that also close without a pause: nobody goes on with "fail over owner".</summary>
    private static readonly HashSet<string> s_closing = new("because owner runbook rationale proof".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> s_tail = new("please thanks thank you now".Split(' '), StringComparer.Ordinal);

    private readonly List<Word> _words = [];

    public SpokenTurn(string said) => Read(said.Normalize(NormalizationForm.FormKC));

    /// <summary>Whether a sentence of this turn opens with asking for such a write.</summary>
    public bool Asks(string purpose)
    {
        // What somebody sees, or did, is reported by saying it.
        if (purpose is "symptom" or "change") return _words.Exists(w => !w.Asked);
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i].Before != '.' || _words[i].Quoted || _words[i].Asked && purpose != "inject") continue;
            for (var j = i; j < _words.Count && (j == i || _words[j].Before == ' '); j++)
            {
                if (s_asks[purpose].Contains(_words[j].Text, StringComparer.Ordinal)) return true;
                if (!s_lead.Contains(_words[j].Text)) break;
            }
        }

        return false;
    }

    /// <summary>Whether these words are a whole statement of this turn.</summary>
    public bool Says(string text, string argument, string purpose)
    {
        var wanted = new SpokenTurn(text)._words;
        if (wanted.Count == 0) return false;
        for (var at = 0; at + wanted.Count <= _words.Count; at++)
            if (Matches(wanted, at) && Opens(at, argument, purpose) && Closes(at + wanted.Count) && !Enumerable.Range(at, wanted.Count).Any(i => _words[i].Asked)) return true;
        return false;
    }

    /// <summary>Whether a word that begins so occurs at all.</summary>
    public bool Speaks(IEnumerable<string> stems) => stems.Any(s => _words.Exists(w => w.Text.StartsWith(s, StringComparison.Ordinal)));

    /// <summary>Whether a name or number occurs at all.</summary>
    public bool Names(string name)
    {
        var wanted = new SpokenTurn(name)._words;
        return wanted.Count > 0 && Enumerable.Range(0, Math.Max(0, _words.Count - wanted.Count + 1)).Any(at => Matches(wanted, at));
    }

    private bool Matches(List<Word> wanted, int at)
    {
        for (var i = 0; i < wanted.Count; i++)
            if (_words[at + i].Text != wanted[i].Text) return false;
        return true;
    }

    /// <summary>Before a statement stands the start of a sentence, or nothing but words that ask to write it down.</summary>
    private bool Opens(int at, string argument, string purpose)
    {
        for (var i = at; ; i--)
        {
            if (_words[i].Before == '.') return true;
            var before = _words[i - 1].Text;
            if (s_labels.TryGetValue(argument, out var own) && own.Contains(before, StringComparer.Ordinal)) return true;
            // "update to customers: …": whom it is for stands between the asking and the text.
            if (purpose == "comms" && i > 1 && _words[i - 2].Text is "to" or "for") continue;
            if (!s_lead.Contains(before) && !s_asks[purpose].Contains(before, StringComparer.Ordinal)) return false;
        }
    }

    /// <summary>After a statement stands the end of the sentence, a bar, or what opens another argument. A comma goes on: "…, but only if".</summary>
    private bool Closes(int end)
    {
        while (end < _words.Count && _words[end].Before != '.' && s_tail.Contains(_words[end].Text)) end++;
        if (end == _words.Count || _words[end].Before is '.' or '|') return true;
        return s_closing.Contains(_words[end].Text) || _words[end].Before != ' ' && s_labels.Values.Any(l => l.Contains(_words[end].Text, StringComparer.Ordinal));
    }

    private void Read(string said)
    {
        var (before, quoted, start, sentence) = ('.', false, -1, 0);
        for (var i = 0; i <= said.Length; i++)
        {
            var c = i < said.Length ? said[i] : '\n';
            if (char.IsLetterOrDigit(c) || c is 'Δ' or '_' || start >= 0 && Inside(said, i))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0)
            {
                _words.Add(new Word(Clean(said[start..i]), before, quoted, false));
                (start, before) = (-1, ' ');
            }

            if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format) continue;
            if (c is '"' or '“' or '”' or '«' or '»' or '`' or '„')
            {
                quoted = c is '“' or '«' or '„' || c is not ('”' or '»') && !quoted;
                if (before == ' ') before = ':';
            }
            else if (c is ':' or '|' or ',' or '(' or ')' && before == ' ') before = c is '|' ? '|' : c is ',' ? ',' : ':';
            else if (c is '.' or '!' or '?' or ';' or '\n' or '…')
            {
                if (c == '?')
                    for (var w = sentence; w < _words.Count; w++) _words[w] = _words[w] with { Asked = true };
                (before, sentence) = ('.', _words.Count);
            }
        }
    }

    /// <summary>A point between digits, an apostrophe or hyphen between letters does not end a word.</summary>
    private static bool Inside(string said, int i) =>
        i > 0 && i + 1 < said.Length && said[i] is '.' or ',' or '\'' or '’' or '-' or '%' or '/' or '#' && char.IsLetterOrDigit(said[i + 1]) && char.IsLetterOrDigit(said[i - 1])
        && (said[i] is not ('.' or ',') || char.IsDigit(said[i + 1]));

    private static string Clean(string word) => word.ToLowerInvariant().Replace('’', '\'');
}

using System.Text;
using System.Text.RegularExpressions;
using TabletopAgent.Markdown;

namespace TabletopAgent.Agent.Tools;

/// <summary>What may be written down of one turn, and why not.</summary>
/// <param name="Text">The person's own words, cut from the turn; null where they may not be written.</param>
/// <param name="Why">For the model: what is missing, and what to do.</param>
internal sealed record Heard(string? Text, string Why);

/// <summary>
/// What a person said this turn. A model chooses which of it to write down, and code cuts it out: always whole clauses, so that a "not"
/// stays with what it denies, and never a question, a quote that gives orders to a model, or what was said not to be written.
/// </summary>
internal sealed partial class Spoken(string words)
{
    private readonly IReadOnlyList<Clause> _clauses = [.. Clauses(words)];

    /// <param name="kind">symptom, decision, change or comms.</param>
    /// <param name="chosen">What the model wants written, as the person said it.</param>
    public Heard Find(string kind, string chosen)
    {
        var want = Words(chosen);
        if (want.Count == 0) return new Heard(null, $"refused: the text of the {kind} is empty. Copy it from what the person said.");
        for (var from = 0; from < _clauses.Count; from++)
            for (var to = from; to < _clauses.Count; to++)
            {
                var run = _clauses.Skip(from).Take(to - from + 1).ToList();
                if (Where([.. run.SelectMany(c => c.Terms)], want) is null) continue;
                if (Against(kind, run) is { } why) return new Heard(null, why);
                return new Heard(Cut(run), "");
            }

        return new Heard(null, $"refused: nobody said this. A {kind} is written in the person's own words: copy them from the last message, or ask for them.");
    }

    /// <summary>A few words that the person said in a row, cut from the turn; null where nobody said them.</summary>
    public string? Quote(string chosen)
    {
        var want = Words(chosen);
        if (want.Count == 0) return null;
        foreach (var clause in _clauses.Where(c => !c.Orders))
            if (Where(clause.Terms, want) is { } at) return words[clause.Terms[at].From..clause.Terms[at + want.Count - 1].To];
        return null;
    }

    private static string? Against(string kind, List<Clause> run)
    {
        var text = string.Concat(run.Select(c => c.Text));
        if (run.Any(c => c.Orders)) return "refused: this part of the message gives orders to a model. Such text is not written.";
        if (NotToWrite().IsMatch(text)) return "refused: the person said not to write this.";
        if (run.Any(c => c.Asks)) return $"refused: this was a question. Ask whether it should be written as a {kind}.";
        if (Asked().IsMatch(text)) return null;
        return kind switch
        {
            "decision" when !Decides().IsMatch(text) => "refused: nobody said that this is decided. Ask: is this a decision?",
            "comms" when !Tells().IsMatch(text) => "refused: nobody said that anybody was told. Ask who was told, and what.",
            _ => null,
        };
    }

    /// <summary>The clauses as they were said, without the words that ask to write them.</summary>
    private string Cut(List<Clause> run)
    {
        var whole = words[run[0].From..(run[^1].From + run[^1].Text.Length)].Trim().TrimEnd(',', ';').Trim();
        var bare = Label().Replace(whole, "", 1).Trim();
        return bare.Length > 0 ? bare : whole;
    }

    /// <summary>Where the words stand in a row; whole words only: "ails" is not in "fails".</summary>
    private static int? Where(IReadOnlyList<Said> said, List<string> want)
    {
        for (var i = 0; i + want.Count <= said.Count; i++)
            if (want.Select((w, j) => said[i + j].Word == w).All(same => same)) return i;
        return null;
    }

    private static List<string> Words(string text) => [.. Terms(text, 0).Select(t => t.Word)];

    /// <summary>A word compares without case and without the many widths that Unicode has for a letter.</summary>
    private static IEnumerable<Said> Terms(string text, int from) =>
        Term().Matches(text).Select(m => new Said(m.Value.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), from + m.Index, from + m.Index + m.Length));

    private static IEnumerable<Clause> Clauses(string words)
    {
        var from = 0;
        foreach (Match end in Ends().Matches(words))
        {
            var to = end.Index + end.Length;
            yield return new Clause(from, words[from..to]);
            from = to;
        }

        if (from < words.Length) yield return new Clause(from, words[from..]);
    }

    private sealed record Said(string Word, int From, int To);

    private sealed record Clause(int From, string Text)
    {
        public IReadOnlyList<Said> Terms { get; } = [.. Spoken.Terms(Text, From)];
        public bool Asks => Text.TrimEnd().EndsWith('?') || Question().IsMatch(Text);
        public bool Orders => Addressed.ToModel(Text);
    }

    // A sentence, a line, or a part before "; " or ", and".
    [GeneratedRegex(@"[.!?…]+[""”’)\]]*(?=\s|$)|\n|;|,(?=\s+(?:and|but|then|so)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ends();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[.,:'’/_-][\p{L}\p{N}]+)*|[%‰<>≤≥=±+]", RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(@"^\W*(?:and |but |then |so )?(?:what|which|who|whose|why|how|when|where|whether|should|shall|can|could|would|may|might|is|are|was|were|do|does|did|has|have|if|show|open|explain|tell me|find|search|read|summari[sz]e|translate)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(?:do not|don[’']?t|never|no need to|must not|not to)\s+(?:log|record|write|note|put)\b|\boff the record\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotToWrite();

    [GeneratedRegex(@"\b(?:log|record|note|write down|put down|decision|decide|decided)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:decid\w*|decision|agree\w*|approv\w*|we(?:[’']ll| will| are| go)\b|I(?:[’']ll| will)\b|let[’']?s\b|go(?:ing)? with)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    [GeneratedRegex(@"\b(?:told|tell|inform\w*|announc\w*|post(?:ed|ing)?|sent|send|publish\w*|notif\w*|updat\w*|status page|comms)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tells();

    [GeneratedRegex(@"^\s*(?:(?:please|and|then|also|ok|okay)[\s,]+)*(?:(?:can you\s+)?(?:log|record|note|write down|put down)\s+)?(?:(?:this|the|a|an|my|our|that|it)\s+)*(?:as\s+(?:a\s+)?)?(?:(?:symptom|decision|change|comms|update)\b\s*)?(?::|–|-|that\b)?\s*(?=\S)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}

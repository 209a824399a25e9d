using TabletopAgent.Text;

namespace TabletopAgent.Agent.Grounding;

/// <summary>
/// Whether a part of a sentence repeats the sources. Findings and pages are repeated word for word, clause by clause; a step may be put
/// shorter, in its own order, as long as nothing that turns its meaning is left out.
/// </summary>
internal sealed class Echo(SourceIndex sources, Lexicon lexicon)
{
    private const int MostSkipped = 2, LeastRepeated = 3;

    /// <summary>Words that carry nothing by themselves.</summary>
    private static readonly HashSet<string> s_light = new(
        "the a an is are was were be been being of that this these those it its and also then still now so as will s there".Split(' '), StringComparer.Ordinal);

    /// <summary>Words that turn a sentence, and so are never left out or put in.</summary>
    private static readonly HashSet<string> s_turning = new(
        ("not no never none neither nor without unless until only except before after if when while but or than less more fewer at all every each any both either cannot " +
         "from to above below under over < > <= >= ≤ ≥ = % → ← non un").Split(' '), StringComparer.Ordinal);

    public bool Holds(Leaf leaf)
    {
        var words = SourceUnits.Tokens(string.Join(' ', leaf.Lexemes.Where(l => l.Form != Form.Quote).Select(l => l.Text))).Where(w => !s_light.Contains(w)).ToList();
        if (words.Count == 0 || leaf.Lexemes.Any(l => l.Form is Form.Quote)) return false;
        var cued = leaf.Hypothetical || leaf.Cued || leaf.Should;
        foreach (var unit in sources.Units)
        {
            var holds = unit.Mood switch
            {
                Mood.Told => Repeats(unit, words),
                Mood.Condition => cued && Repeats(unit, words),
                Mood.Page => Attributed(leaf) && Repeats(unit, words),
                Mood.Ask => (leaf.Question || leaf.Cued) && Shortens(unit, words, leaf, false),
                _ => Shortens(unit, words, leaf, true),
            };
            if (holds) return true;
        }

        return false;
    }

    private static bool Attributed(Leaf leaf) => leaf.Sentence.Attributed || leaf.Lexemes.Any(l => l.Of(Cat.Talk) == "page" || l.Form == Form.Page) && leaf.Lexemes.Any(l => l.Of(Cat.Talk) == "say");

    /// <summary>The words stand in the unit in a row, from the beginning of a clause to the end of one.</summary>
    private bool Repeats(SourceUnit unit, List<string> words)
    {
        var (heavy, begins) = Heavy(unit);
        for (var lead = 0; lead < words.Count && words.Take(lead).All(Harmless); lead++)
        {
            var wanted = words.Skip(lead).ToList();
            if (wanted.Count < LeastRepeated && wanted.Count < heavy.Count) break;
            foreach (var at in begins)
                if (at + wanted.Count <= heavy.Count && begins.Contains(at + wanted.Count) && Same(heavy, at, wanted)) return true;
        }

        return false;
    }

    /// <summary>The words stand in the unit in its order, with little between them; what is put in besides says nothing.</summary>
    /// <param name="order">It must be put as an instruction, as the unit is.</param>
    private bool Shortens(SourceUnit unit, List<string> words, Leaf leaf, bool order)
    {
        var (heavy, begins) = Heavy(unit);
        foreach (var begin in begins.Where(b => b < heavy.Count))
        {
            var (at, matched, skipped, started, broken) = (begin, 0, 0, -1, false);
            for (var w = 0; w < words.Count && !broken; w++)
            {
                var next = at;
                while (next < heavy.Count && !Meets(heavy[next], words[w], exact: matched == 0 && order) && next - at <= MostSkipped && !(matched > 0 && Turns(heavy[next])) && !(next > at && begins.Contains(next))) next++;
                var found = next < heavy.Count && Meets(heavy[next], words[w], exact: matched == 0 && order) && (matched > 0 || next == begin);
                if (found)
                {
                    if (matched == 0) started = w;
                    skipped += next - at;
                    (at, matched) = (next + 1, matched + 1);
                }
                else broken = !Harmless(words[w]) || Turns(words[w]);
            }

            if (broken || matched < Math.Min(2, heavy.Count) || at < heavy.Count && !begins.Contains(at) && TurnsLater(heavy, begins, at)) continue;
            if (!order || Ordered(leaf, words, started)) return true;
        }

        return false;
    }

    /// <summary>What is left of the clause would have turned what was said.</summary>
    private static bool TurnsLater(List<string> heavy, IReadOnlyList<int> begins, int at)
    {
        var end = begins.Where(b => b > at).DefaultIfEmpty(heavy.Count).Min();
        return Enumerable.Range(at, end - at).Any(i => Turns(heavy[i]) && heavy[i] is not ("from" or "to" or "before" or "after" or "or" or "at" or "all"));
    }

    /// <summary>Nobody is said to have done it: it begins the sentence, or follows "should", "by" or "to".</summary>
    private bool Ordered(Leaf leaf, List<string> words, int started)
    {
        var before = leaf.Lexemes.TakeWhile(l => !SourceUnits.Tokens(l.Text).Contains(words[started], StringComparer.Ordinal)).ToList();
        var subject = before.Any(l => l.Is(Cat.You) || l.Of(Cat.Glue) is "me" or "it" || l.Form is Form.Person or Form.Entity || l.Is(Cat.Role));
        return !subject || leaf.Should || before.Any(l => l.Text is "to" or "please" or "let's" or "let us") || before.Any(l => l.Of(Cat.Modal) == "can");
    }

    private static bool Meets(string unit, string word, bool exact) =>
        unit == word || !exact && Stems.Of(unit) == Stems.Of(word) || exact && (word.EndsWith("ing", StringComparison.Ordinal) && Stems.Of(word) == Stems.Of(unit));

    private static bool Same(List<string> heavy, int at, List<string> wanted)
    {
        for (var i = 0; i < wanted.Count; i++)
            if (heavy[at + i] != wanted[i]) return false;
        return true;
    }

    private static bool Turns(string word) => s_turning.Contains(word) || char.IsDigit(word[0]);

    private bool Harmless(string word) =>
        lexicon.Find(word) is { } senses && senses.Any(s => (s.Cat & (Cat.Glue | Cat.Talk | Cat.Verb | Cat.Aux | Cat.Modal | Cat.If | Cat.Cue | Cat.You | Cat.Rank)) != 0) && senses.All(s => (s.Cat & (Cat.Not | Cat.Quant | Cat.Verdict)) == 0);

    /// <summary>The unit's words that carry something, and where its clauses begin and end among them.</summary>
    private static (List<string> Heavy, List<int> Begins) Heavy(SourceUnit unit)
    {
        var (heavy, begins) = (new List<string>(), new List<int> { 0 });
        foreach (var clause in unit.Clauses)
        {
            heavy.AddRange(clause.Where(w => !s_light.Contains(w)));
            begins.Add(heavy.Count);
        }

        return (heavy, begins);
    }
}

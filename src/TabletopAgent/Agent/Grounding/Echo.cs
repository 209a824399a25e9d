using TabletopAgent.Text;

namespace TabletopAgent.Agent.Grounding;

/// <summary>
/// Whether a part of a sentence repeats the sources. Findings and pages are repeated word for word, clause by clause; a step may be put
/// shorter, in its own order, as long as nothing that turns its meaning is left out.
/// </summary>
internal sealed class Echo(SourceIndex sources)
{
    private const int MostSkipped = 2, LeastRepeated = 3;

    /// <summary>Words that turn a sentence, and so are never left out.</summary>
    private static readonly HashSet<string> s_turning = new(
        ("not no never none neither nor without unless until only except before after if when while but or than less more fewer at all every each any both either cannot " +
         "from to above below under over < > <= >= ≤ ≥ = % → ← non un").Split(' '), StringComparer.Ordinal);

    /// <summary>A word of the reply, and whether it could stand there without saying anything.</summary>
    /// <param name="Joins">It only joins others: nothing else is put into the middle of a step.</param>
    private readonly record struct Spoken(string Word, bool Harmless, bool Joins);

    /// <param name="next">It was called the next fix.</param>
    public bool Holds(Leaf leaf, bool next = false)
    {
        if (leaf.Lexemes.Any(l => l.Form == Form.Quote)) return false;
        var words = leaf.Lexemes.SelectMany(l => SourceUnits.Tokens(l.Text).Select(w => new Spoken(w, Harmless(l), l.Is(Cat.Glue | Cat.Aux | Cat.You)))).Where(w => !SourceUnit.Light.Contains(w.Word)).ToList();
        if (words.Count == 0) return false;
        var cued = leaf.Hypothetical || leaf.Cued || leaf.Should;
        foreach (var unit in sources.Units.Where(u => u.Next || !next))
        {
            var holds = unit.Mood switch
            {
                Mood.Told => Repeats(unit, words),
                Mood.Condition => cued && Repeats(unit, words),
                Mood.Page => Attributed(leaf) && Repeats(unit, words),
                Mood.Ask => (leaf.Question || leaf.Cued) && Shortens(unit, words, null),
                _ => Shortens(unit, words, leaf),
            };
            if (holds) return true;
        }

        return false;
    }

    private static bool Harmless(Lexeme l) => (l.Harmless || l.Form == Form.Word && l.Is(Cat.Rank)) && !l.Is(Cat.Not | Cat.Quant | Cat.Verdict | Cat.Past);

    private static bool Attributed(Leaf leaf) => leaf.Sentence.Attributed || leaf.Lexemes.Any(l => l.Of(Cat.Talk) == "page" || l.Form == Form.Page) && leaf.Lexemes.Any(l => l.Of(Cat.Talk) == "say");

    /// <summary>The words stand in the unit in a row, from the beginning of a clause to the end of one.</summary>
    private static bool Repeats(SourceUnit unit, List<Spoken> words)
    {
        for (var lead = 0; lead < words.Count; lead++)
        {
            var length = words.Count - lead;
            if (length < LeastRepeated && length < unit.Heavy.Count) return false;
            foreach (var at in unit.Opens)
                if (at + length <= unit.Heavy.Count && unit.Begins.Contains(at + length) && Same(unit.Heavy, at, words, lead)) return true;
            if (!words[lead].Harmless) return false;
        }

        return false;
    }

    /// <summary>The words stand in the unit in its order, with little between them; what is put in besides says nothing.</summary>
    /// <param name="order">It must be put as an instruction, as the unit is; null: as it comes.</param>
    private static bool Shortens(SourceUnit unit, List<Spoken> words, Leaf? order)
    {
        foreach (var begin in unit.Begins.Where(b => b < unit.Heavy.Count))
        {
            var (at, matched, started) = (begin, 0, -1);
            foreach (var (spoken, w) in words.Select((s, i) => (s, i)))
            {
                if (Next(unit, at, spoken.Word, matched == 0 && order is not null, matched > 0) is { } next && (matched > 0 || next == begin))
                {
                    if (matched == 0) started = w;
                    (at, matched) = (next + 1, matched + 1);
                }
                else if (!spoken.Harmless || matched > 0 && (s_turning.Contains(spoken.Word) || !spoken.Joins))
                {
                    matched = -1;
                    break;
                }
            }

            if (matched < Math.Min(2, unit.Heavy.Count) || TurnsLater(unit, at)) continue;
            if (order is null || Ordered(order, words[started].Word)) return true;
        }

        return false;
    }

    /// <summary>Where the word comes next in the unit, with nothing skipped that turns it and no clause begun anew in between.</summary>
    private static int? Next(SourceUnit unit, int at, string word, bool exact, bool begun)
    {
        for (var next = at; next < unit.Heavy.Count && next - at <= MostSkipped; next++)
        {
            if (Meets(unit.Heavy[next], word, exact)) return next;
            if (begun && (Turns(unit.Heavy[next]) || unit.Begins.Contains(next + 1))) return null;
        }

        return null;
    }

    /// <summary>What is left of the clause would have turned what was said.</summary>
    private static bool TurnsLater(SourceUnit unit, int at)
    {
        if (unit.Begins.Contains(at)) return false;
        var end = unit.Begins.Where(b => b > at).Min();
        return Enumerable.Range(at, end - at).Any(i => Turns(unit.Heavy[i]) && unit.Heavy[i] is not ("from" or "to" or "before" or "after" or "or" or "at" or "all"));
    }

    /// <summary>Nobody is said to have done it: it begins the sentence, or follows "should", "can" or "to".</summary>
    private static bool Ordered(Leaf leaf, string first)
    {
        var before = leaf.Lexemes.TakeWhile(l => !SourceUnits.Tokens(l.Text).Contains(first, StringComparer.Ordinal)).ToList();
        var subject = before.Any(l => l.Is(Cat.You | Cat.Role) || l.Of(Cat.Glue) is "me" or "it" || l.Form is Form.Person or Form.Entity);
        return !subject || leaf.Should || before.Any(l => l.Text is "to" or "please" or "let's" or "let us" || l.Of(Cat.Modal) == "can");
    }

    private static bool Meets(string unit, string word, bool exact) => unit == word || (!exact || word.EndsWith("ing", StringComparison.Ordinal)) && Stems.Of(unit) == Stems.Of(word);

    private static bool Same(IReadOnlyList<string> heavy, int at, List<Spoken> words, int lead)
    {
        for (var i = lead; i < words.Count; i++)
            if (heavy[at + i - lead] != words[i].Word) return false;
        return true;
    }

    private static bool Turns(string word) => s_turning.Contains(word) || char.IsDigit(word[0]);
}

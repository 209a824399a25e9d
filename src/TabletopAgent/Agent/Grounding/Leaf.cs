namespace TabletopAgent.Agent.Grounding;

/// <summary>What was spoken of last, so that "it" and a bare number have something to refer to.</summary>
/// <param name="Bar">Its bar was spoken of, not its value.</param>
/// <param name="Counted">What was counted last: "and two fail" counts the same.</param>
internal sealed record Topic(string? Metric = null, string? Entity = null, string? Phase = null, string? Stat = null, string? Layer = null, string? Counted = null, bool Bar = false);

/// <summary>A part of a sentence that is judged as one claim, or as none.</summary>
internal sealed class Leaf
{
    private readonly bool[] _used;

    /// <param name="carried">What an "if", "expect" or "the page says" before this part lends it.</param>
    public Leaf(IReadOnlyList<Lexeme> lexemes, SentenceForm form, Topic topic, Cat carried)
    {
        (Lexemes, Sentence, Topic, _used) = (lexemes, form, topic, new bool[lexemes.Count]);
        var first = lexemes.FirstOrDefault(l => !(l.Form == Form.Stop || l.Form is Form.Word or Form.Number && l.Is(Cat.Glue | Cat.Rank) && !l.Is(Cat.Verb)));
        Advice = (carried & Cat.Verb) != 0 && !lexemes.Any(l => l.Is(Cat.Aux | Cat.Past)) || first is { Form: Form.Word } && first.Is(Cat.Verb) && !lexemes.TakeWhile(l => l != first).Any(l => l.Of(Cat.Glue) == "me" || l.Is(Cat.You));
        // "Passes, if you ask me" supposes nothing: what is supposed stands behind the if.
        Hypothetical = lexemes.TakeWhile(l => l.Harmless || l.Is(Cat.Rank)).Any(l => l.Is(Cat.If) && (l.Of(Cat.If) != "sure" || l == lexemes.First(s => s.Form != Form.Stop)))
            && !lexemes.Any(l => l.Form == Form.Word && l.Is(Cat.Past) && !l.Is(Cat.Verdict) || l.Text == "reached");
        Aims = Advice && (first?.Of(Cat.Verb) == "aim" || (carried & Cat.Bar) != 0);
        Cued = (carried & (Cat.Cue | Cat.If)) != 0 || lexemes.Any(l => l.Is(Cat.Cue));
        Should = lexemes.Any(l => l.Of(Cat.Modal) == "should") || (carried & Cat.Modal) != 0 && !lexemes.Any(l => l.Is(Cat.Aux | Cat.Past));
    }

    public IReadOnlyList<Lexeme> Lexemes { get; }
    public SentenceForm Sentence { get; }
    public Topic Topic { get; set; }
    public bool Hypothetical { get; }
    public bool Cued { get; }
    public bool Advice { get; }

    /// <summary>It asks to bring something to a value.</summary>
    public bool Aims { get; }
    public bool Should { get; }
    public bool Question => Sentence.Question;

    /// <summary>Something was found to be so, and not merely mentioned.</summary>
    public bool Verified { get; private set; }

    public bool Used(int i) => _used[i];

    public IEnumerable<int> All(Cat cat) => Enumerable.Range(0, Lexemes.Count).Where(i => !_used[i] && Lexemes[i].Form == Form.Word && Lexemes[i].Is(cat));

    public IEnumerable<int> All(Form form) => Enumerable.Range(0, Lexemes.Count).Where(i => !_used[i] && Lexemes[i].Form == form);

    /// <summary>The values of one sense, each once.</summary>
    public IReadOnlyList<string> Values(Cat cat) => [.. All(cat).Select(i => Lexemes[i].Of(cat)!).Distinct()];

    public bool Has(Cat cat, string value) => All(cat).Any(i => Lexemes[i].Of(cat) == value);

    public void Use(int i) => _used[i] = true;

    public void Use(Cat cat)
    {
        foreach (var i in All(cat).ToList()) _used[i] = true;
    }

    public void Use(Form form)
    {
        foreach (var i in All(form).ToList()) _used[i] = true;
    }

    public void Verify() => Verified = true;

    /// <summary>It names something else than the metric spoken of before.</summary>
    /// <param name="but">Words of talk that may stand for that metric.</param>
    public bool Names(IReadOnlyCollection<string> but) =>
        Lexemes.Any(l => l.Form is Form.Person or Form.Page or Form.Url || l.Form == Form.Word && (l.Is(Cat.Layer | Cat.Role | Cat.Kind) || l.Of(Cat.Talk) is { } talk && !l.Is(Cat.Glue) && !but.Contains(talk)));

    /// <summary>What stands between an "if" and this is only who or what it is said of.</summary>
    public bool Supposed(int i)
    {
        if (!Hypothetical && !(i == 1 && Lexemes[0].Text == "to")) return false;
        for (var j = i - 1; j >= 0; j--)
        {
            if (Lexemes[j].Is(Cat.If) || j == 0 && i == 1 && Lexemes[j].Text == "to") return true;
            if (Lexemes[j].Form is not (Form.Word or Form.Entity) || !(Lexemes[j].Form == Form.Entity || Lexemes[j].Is(Cat.Metric | Cat.Layer | Cat.Aux) || Lexemes[j].Of(Cat.Glue) is "the" or "and")) return false;
        }

        return false;
    }
}

/// <summary>What holds for a whole sentence.</summary>
/// <param name="Question">It asks, and presupposes nothing by its form.</param>
/// <param name="People">Everybody it names.</param>
/// <param name="Quoted">The quotations in it that were found to be somebody's words.</param>
/// <param name="Attributed">A page was said to say it.</param>
/// <param name="Entity">The line above the list names whose figures these are.</param>
/// <param name="Next">It names the next fix.</param>
/// <param name="Phase">It opens with "at baseline" or the like, which holds throughout.</param>
internal sealed record SentenceForm(bool Question, IReadOnlyList<string> People, IReadOnlyList<string> Quoted, bool Attributed, string? Phase, bool Next, string? Entity);

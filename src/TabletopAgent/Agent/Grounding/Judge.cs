using TabletopAgent.Text;

namespace TabletopAgent.Agent.Grounding;

/// <summary>
/// Judges the sentences of one reply, one after the other. What is understood and borne out stands, what claims nothing stands, and
/// everything else does not: a sentence that cannot be read is a sentence that could say anything.
/// </summary>
internal sealed class Judge
{
    private static readonly string[][] s_joints = [[";", ":", "-", "(", ")", "[", "]", "|", ".", "!"], [","], ["and", "but", "so", "because", "while", "whereas", "although", "though", "since", "which", "with", "plus", "however", "or"]];

    private static readonly HashSet<string> s_asking = new("what which where is are do does did has have can could should may might".Split(' '), StringComparer.Ordinal);

    /// <summary>Metrics that may be spoken of without a figure.</summary>
    private static readonly HashSet<string> s_core = new("exercise rto rpo semantics safety ops docs ds coverage convergent".Split(' '), StringComparer.Ordinal);

    private readonly SourceIndex _sources;
    private readonly Lexicon _lexicon;
    private readonly Reader _reader;
    private readonly Echo _echo;
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);
    private Topic _topic = new();

    /// <summary>The phase or thing that a heading, or the line above a list, sets for what stands below it.</summary>
    public Topic Scope { get; set; } = new();

    public Judge(GroundingSources sources, Lexicon lexicon)
    {
        (_sources, _lexicon) = (sources.Index, lexicon);
        (_reader, _echo) = (new Reader(lexicon, _sources), new Echo(_sources));
    }

    /// <param name="carried">What a line such as "Wrong if:" before a list lends to its items.</param>
    /// <returns>What is not borne out; null: it stands.</returns>
    public Fault? Sentence(string text, Cat carried = Cat.None)
    {
        var lexemes = _reader.Read(text);
        var first = lexemes.FirstOrDefault(l => l.Form != Form.Stop);
        var asks = text.TrimEnd(' ', '*', '_', '"', ')').EndsWith('?') && first is not null && s_asking.Contains(first.Text.Split(' ')[0].ToLowerInvariant()) && !first.Is(Cat.Not);
        var people = lexemes.Where(l => l.Form == Form.Person).Select(l => l.Value).Distinct().ToList();
        var attributed = (carried & Cat.Say) != 0 || lexemes.Any(l => l.Form == Form.Page || l.Of(Cat.Talk) == "page") && lexemes.Any(l => l.Of(Cat.Talk) == "say" || l.Text is "per" or "according");
        var quoted = lexemes.Where(l => l.Form == Form.Quote).ToList();
        var fault = quoted.Select(q => Said(q, lexemes)).FirstOrDefault(f => f is not null)
            ?? Piece(lexemes, new SentenceForm(asks, people, [.. quoted.Select(q => q.Value)], attributed, Opening(lexemes) ?? Scope.Phase, lexemes.Any(l => l.Text is "next fix" or "next step" or "next action"), Scope.Entity), 0, carried);
        // What hangs on a sentence that was struck would hang in the air.
        if (fault is not null) _topic = new Topic();
        else if (_topic is { Metric: null, Phase: { } phase } && lexemes.All(l => l.Harmless || l.Is(Cat.Phase))) Scope = new Topic(Phase: phase);
        return fault;
    }

    private static string? Opening(IReadOnlyList<Lexeme> lexemes)
    {
        var opening = lexemes.TakeWhile(l => l.Harmless || l.Is(Cat.Phase)).FirstOrDefault(l => l.Form == Form.Word && l.Is(Cat.Phase) && !l.Harmless);
        return opening is not null && lexemes.Skip(lexemes.ToList().IndexOf(opening) + 1).FirstOrDefault(l => !l.Harmless)?.Is(Cat.Metric | Cat.Stat) == true ? opening.Of(Cat.Phase) : null;
    }

    /// <summary>What a line lends to the list below it.</summary>
    public Cat Lends(string line)
    {
        var lexemes = _reader.Read(line);
        var cats = lexemes.Aggregate(Cat.None, (all, l) => all | l.Cats & (Cat.If | Cat.Cue));
        if (lexemes.Any(l => l.Form == Form.Page || l.Of(Cat.Talk) == "page") && lexemes.Any(l => l.Of(Cat.Talk) == "say")) cats |= Cat.Say;
        return cats;
    }

    /// <summary>A heading or a header cell: names things, and claims nothing about them.</summary>
    public Fault? Heading(string text)
    {
        const Cat named = Cat.Metric | Cat.Stat | Cat.Phase | Cat.Bar | Cat.Rank | Cat.Kind | Cat.Unit;
        const Cat joins = Cat.Aux | Cat.Past | Cat.Modal | Cat.Deed;
        var lexemes = _reader.Read(text);
        var plain = lexemes.All(l => !l.Is(joins) && (l.Harmless || l.Form == Form.Word && l.Is(named)));
        if (!plain && lexemes.Where(l => l.Form != Form.Stop).ToList() is not [{ Form: Form.Page or Form.Person or Form.Entity }]) return Sentence(text);
        var metrics = lexemes.Where(l => l.Is(Cat.Metric)).Select(l => l.Of(Cat.Metric)).Distinct().ToList();
        string? Only(Cat cat) => lexemes.Where(l => l.Is(cat)).Select(l => l.Of(cat)).FirstOrDefault();
        _topic = new Topic(metrics.Count == 1 ? metrics[0] : null, lexemes.FirstOrDefault(l => l.Form == Form.Entity)?.Value, Only(Cat.Phase), Only(Cat.Stat), Bar: lexemes.Any(l => l.Is(Cat.Bar)));
        Scope = metrics.Count == 0 ? new Topic(Phase: _topic.Phase, Entity: _topic.Entity) : new Topic();
        return null;
    }

    /// <summary>Whose words the quotation is: of the person named nearest before it, of the one spoken to, or of the report and pages.</summary>
    private Fault? Said(Lexeme quote, IReadOnlyList<Lexeme> lexemes)
    {
        var at = lexemes.TakeWhile(l => l != quote).Count();
        var person = (lexemes.Take(at).LastOrDefault(l => l.Form == Form.Person) ?? lexemes.Skip(at).FirstOrDefault(l => l.Form == Form.Person))?.Value;
        person ??= lexemes.Where(l => l.Is(Cat.Role)).Select(l => _sources.Sources.Roles.GetValueOrDefault(l.Of(Cat.Role)!)).FirstOrDefault(p => p is not null);
        if (person is null && lexemes.Any(l => l.Is(Cat.You))) person = _sources.Sources.Speaker;
        var deed = person is null && lexemes.Any(l => l.Is(Cat.Deed));
        var card = lexemes.Any(l => l.Of(Cat.Phase) == "inject" || l.Of(Cat.Kind) == "inject");
        var said = _sources.Sources.Said.Where(s => person is not null ? s.Person.Equals(person, StringComparison.OrdinalIgnoreCase) : deed || card && s.Person == "card");
        if (said.Any(s => Quotes.Holds(s.Text, quote.Value))) return null;
        if (person is null && (_sources.Name(Lexicon.Key(quote.Value)) is not null || _sources.Page(quote.Value) is not null || _sources.Title(quote.Value))) return null;
        var words = SourceUnits.Tokens(quote.Value);
        var own = person is null && words.Count >= 3 && _sources.Units.Any(u => u.Mood is Mood.Told or Mood.Advice && string.Join(' ', u.Words).Contains(string.Join(' ', words), StringComparison.Ordinal) && u.Words.Count == words.Count);
        return own ? null : new Fault(Why.Quote, person);
    }

    private Fault? Piece(IReadOnlyList<Lexeme> lexemes, SentenceForm form, int level, Cat carried)
    {
        var leaf = new Leaf(lexemes, form, _topic, carried);
        var fault = Leaf(leaf);
        if (fault is null)
        {
            _topic = leaf.Topic;
            return null;
        }

        for (; level < s_joints.Length; level++)
        {
            var pieces = Joined(Cut(lexemes, s_joints[level]), level);
            if (pieces.Count < 2) continue;
            var (before, outside) = (_topic, _topic);
            foreach (var (piece, joint) in pieces)
            {
                // What stands in brackets is an aside: afterwards the same is spoken of as before.
                if (joint is "(" or "[") outside = _topic;
                if (joint is ")" or "]") _topic = outside;
                // "Expect: …" and "until … and …" reach over the joint; "if …, …" does not.
                var lent = joint is ":" or "-" or "(" or "and" or "or" or ";" ? carried : carried & Cat.Say;
                if (Piece(piece, form, level, lent) is { } inner)
                {
                    _topic = before;
                    return inner;
                }

                carried = lent | piece.Aggregate(Cat.None, (all, l) => all | l.Cats & Cat.Cue);
                if (piece.Any(l => l.Is(Cat.If))) carried |= Cat.Cue;
                var spoken = new Leaf(piece, form, _topic, lent);
                carried = joint is not (";" or ":") && spoken.Should ? carried | Cat.Modal : carried & ~Cat.Modal;
                carried = joint is not (";" or ":") && spoken.Advice ? carried | Cat.Verb | (spoken.Aims ? Cat.Bar : Cat.None) : carried & ~(Cat.Verb | Cat.Bar);
            }

            return null;
        }

        return fault;
    }

    /// <summary>The pieces between joints, each with the joint before it.</summary>
    private static List<(IReadOnlyList<Lexeme> Piece, string Joint)> Cut(IReadOnlyList<Lexeme> lexemes, string[] joints)
    {
        var (pieces, piece, joint) = (new List<(IReadOnlyList<Lexeme>, string)>(), new List<Lexeme>(), "");
        foreach (var l in lexemes)
        {
            if (l.Form is Form.Stop or Form.Word && joints.Contains(l.Text))
            {
                if (piece.Count > 0) pieces.Add((piece, joint));
                (piece, joint) = ([], l.Text);
                if (l.Form == Form.Word && l.Is(Cat.If)) piece.Add(l);
            }
            else piece.Add(l);
        }

        if (piece.Count > 0) pieces.Add((piece, joint));
        return pieces;
    }

    /// <summary>
    /// "RTO, RPO and docs pass": what is only named waits for what is said of it, and is never judged alone. Behind a colon, bracket or
    /// dash it may stand alone, as long as not several do.
    /// </summary>
    private static List<(IReadOnlyList<Lexeme> Piece, string Joint)> Joined(List<(IReadOnlyList<Lexeme> Piece, string Joint)> pieces, int level)
    {
        var joined = new List<(IReadOnlyList<Lexeme> Piece, string Joint)>();
        foreach (var (piece, joint) in pieces)
        {
            var waits = joined.Count > 0 && Bare(joined[^1].Piece) && (level > 0 || joint == ";" || Bare(piece)) || joined.Count > 0 && joined.Count == pieces.Count - 1 && level > 0 && Bare(piece);
            if (waits && joint is not ("(" or ")")) joined[^1] = ([.. joined[^1].Piece, new Lexeme(Form.Stop, joint, []) { Value = joint }, .. piece], joined[^1].Joint);
            else joined.Add((piece, joint));
        }

        return joined;
    }

    private static bool Bare(IReadOnlyList<Lexeme> piece) =>
        piece.Any(l => l.Form is Form.Person or Form.Entity || l.Form == Form.Word && l.Is(Cat.Metric | Cat.Role))
        && piece.All(l => l.Form is Form.Person or Form.Entity or Form.Stop || l.Form == Form.Word && (l.Is(Cat.Metric | Cat.Stat | Cat.Phase | Cat.Role) || l.Is(Cat.Glue) && !l.Is(Cat.Verb)));

    private Fault? Leaf(Leaf leaf)
    {
        leaf.Use(Form.Quote);
        if (leaf.Lexemes.All(l => l.Form is Form.Stop or Form.Quote) || _echo.Holds(leaf, leaf.Sentence.Next)) return null;
        foreach (var i in leaf.All(Form.Unknown).ToList())
        {
            var word = leaf.Lexemes[i].Text;
            if (!leaf.Question || !word.All(char.IsAsciiLetter) || !_sources.Vocabulary.Contains(Stems.Of(word.ToLowerInvariant()))) return new Fault(Unread(word), word);
            leaf.Use(i);
        }

        var metrics = leaf.Values(Cat.Metric);
        var entities = leaf.All(Form.Entity).Select(i => leaf.Lexemes[i].Value).Distinct().ToList();
        return PageCheck.Check(leaf, _sources)
            ?? new CountCheck(leaf, _sources.Figures).Check()
            ?? new PeopleCheck(leaf, _sources.Sources).Check()
            ?? LayerCheck.Check(leaf, _sources.Sources.Report)
            ?? FigureCheck.Check(leaf, _sources.Figures, _lexicon)
            ?? new VerdictCheck(leaf, _sources.Figures, _sources.Sources.Report).Check(metrics, entities, _mentioned)
            ?? Plain(leaf, metrics);
    }

    private static Why Unread(string word) =>
        word.Contains('/', StringComparison.Ordinal) || word.Contains("://", StringComparison.Ordinal) ? Why.Address : word.AsSpan().IndexOfAny('#', '-') >= 0 && word.Length > 2 ? Why.Page : Why.Words;

    /// <summary>What is left over must claim nothing.</summary>
    private static Fault? Plain(Leaf leaf, IReadOnlyList<string> metrics)
    {
        var free = leaf.Advice || leaf.Question;
        if (Declines(leaf)) leaf.Use(Cat.Not);
        var links = leaf.Lexemes.Any(l => l.Form == Form.Word && (l.Of(Cat.Aux) is "be" or "have" || l.Is(Cat.Past) && !l.Is(Cat.Verdict)));
        for (var i = 0; i < leaf.Lexemes.Count; i++)
        {
            var l = leaf.Lexemes[i];
            if (leaf.Used(i) || l.Form == Form.Stop || l.Form == Form.Word && l.Is(Cat.Rank)) continue;
            if (l.Form == Form.Entity || l.Form == Form.Word && l.Is(Cat.Metric | Cat.Stat | Cat.Phase | Cat.Bar))
            {
                var core = l.Form == Form.Entity ? leaf.Verified : !l.Is(Cat.Metric) || s_core.Contains(l.Of(Cat.Metric)!) || l.Harmless;
                if (!leaf.Question && (links && !leaf.Hypothetical && !(l.Harmless && !l.Is(Cat.Metric)) && !(l.Of(Cat.Metric) == "exercise") || !core && !free)) return new Fault(Why.Claim, l.Of(Cat.Metric));
            }
            else if (!l.Harmless || !leaf.Question && (links || !free && !leaf.Cued && !leaf.Should) && l.Is(Cat.Work) && !l.Is(Cat.Glue | Cat.Talk | Cat.Verb) && !Names(leaf, i)) return new Fault(Why.Claim, l.Text);
        }

        if (!free && !leaf.Verified && Diagnoses(leaf)) return new Fault(Why.Claim);
        // What was only named is what the next figure is of, with its phase, its statistic, or its bar.
        var (phase, stat) = (leaf.All(Cat.Phase).Select(i => leaf.Lexemes[i].Of(Cat.Phase)).FirstOrDefault(), leaf.All(Cat.Stat).Select(i => leaf.Lexemes[i].Of(Cat.Stat)).FirstOrDefault());
        var bar = leaf.All(Cat.Bar).Any();
        if (metrics.Count > 1 && !leaf.Verified) leaf.Topic = new Topic();
        else if (metrics.Count == 1 && !leaf.Verified) leaf.Topic = new Topic(metrics[0], leaf.All(Form.Entity).Select(i => leaf.Lexemes[i].Value).FirstOrDefault(), phase ?? (leaf.Topic.Metric is null ? leaf.Topic.Phase : null), stat, leaf.Topic.Layer, null, bar);
        else if (metrics.Count == 0 && (phase ?? stat) is not null) leaf.Topic = new Topic(null, null, phase, stat, leaf.Topic.Layer);
        else if (bar) leaf.Topic = leaf.Topic with { Bar = true };
        return leaf.Verified || leaf.Question || Mentions(leaf) ? null : new Fault(Why.Claim, metrics is [var metric, ..] ? metric : null);
    }

    /// <summary>"The store orders": says what the name beside it is.</summary>
    private static bool Names(Leaf leaf, int i) => leaf.Verified && (i > 0 && leaf.Lexemes[i - 1].Form == Form.Entity || i + 1 < leaf.Lexemes.Count && leaf.Lexemes[i + 1].Form == Form.Entity);

    private static readonly HashSet<string> s_declined = new("log record write give send post set decide say show tell open".Split(' '), StringComparer.Ordinal);

    /// <summary>"I cannot log that": says what this program does not do, and nothing else.</summary>
    private static bool Declines(Leaf leaf)
    {
        var words = leaf.Lexemes.Where(l => l.Form == Form.Word).ToList();
        var not = words.FindIndex(l => l.Is(Cat.Not));
        return not > 0 && words[not - 1].Text == "i" && not + 1 < words.Count && s_declined.Contains(words[not + 1].Text) && words[not].Text is "cannot" or "can not" or "can't"
            && words.TrueForAll(l => l.Is(Cat.Not) || l.Harmless && !l.Is(Cat.Talk) || l.Is(Cat.Talk) && l.Of(Cat.Talk) is "help" or "say");
    }

    /// <summary>"The fault is in the link", "Anna has the plan": who or what it is would have to be found.</summary>
    private static bool Diagnoses(Leaf leaf)
    {
        var words = leaf.Lexemes.Where(l => l.Form == Form.Word).ToList();
        if (leaf.Lexemes.Any(l => l.Form == Form.Person) && !words.Exists(l => l.Is(Cat.You | Cat.Modal | Cat.Say)) && words.Exists(l => l.Is(Cat.Talk | Cat.Verb))) return true;
        return words.Exists(l => l.Of(Cat.Aux) == "be") && words.Exists(l => l.Of(Cat.Talk) is "layer" or "verdict" or "reason") && words.First().Text is not ("here" or "this" or "these" or "there");
    }

    /// <summary>Nothing was found to be so: then nothing may be said to be so. "It does", "we had the fix" would be.</summary>
    private static bool Mentions(Leaf leaf)
    {
        if (leaf.Lexemes.Any(l => l.Form == Form.Word && l.Is(Cat.Past))) return false;
        var last = leaf.Lexemes.ToList().FindLastIndex(l => l.Form == Form.Word && l.Is(Cat.Aux | Cat.Modal) && !l.Is(Cat.Talk));
        return last < 0 || leaf.Lexemes.Skip(last + 1).Any(l => l.Form != Form.Stop && (l.Form != Form.Word || l.Is(Cat.Talk | Cat.Verb | Cat.Metric | Cat.Role)));
    }
}

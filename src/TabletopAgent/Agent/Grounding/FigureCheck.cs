namespace TabletopAgent.Agent.Grounding;

/// <summary>Numbers, comparisons and movements: each must be a figure of the metric, phase and thing it is said of.</summary>
internal sealed class FigureCheck
{
    private enum Part
    {
        Value,
        Bar,
        Bound,
        From,
        To,
    }

    private readonly record struct Said(int At, Quantity Quantity, Part Part, string? Compare, string? Tier, string? Phase);

    private static readonly string[] s_whole = ["semantics", "exercise"];

    /// <summary>Words of talk that can stand for the metric spoken of before.</summary>
    private static readonly string[] s_neutral = ["verdict", "dimension", "figure", "reason", "say", "report", "help", "probe", "area"];

    /// <summary>One store's account is told in one go: "In orders, …, … and …".</summary>
    private static readonly string?[] s_ledger = ["acked", "present", "replayed", "deduped", "documented_lost", "unaccounted", "duplicates"];

    private readonly Leaf _leaf;
    private readonly Figures _figures;
    private readonly Lexicon _lexicon;
    private readonly string _metric;
    private readonly bool _inherited;
    private readonly string? _entity, _stat, _phase;

    private FigureCheck(Leaf leaf, Figures figures, Lexicon lexicon, string metric, bool inherited)
    {
        (_leaf, _figures, _lexicon, _metric, _inherited) = (leaf, figures, lexicon, metric, inherited);
        _entity = leaf.All(Form.Entity).Select(i => leaf.Lexemes[i].Value).FirstOrDefault() ?? (inherited || s_ledger.Contains(metric) && s_ledger.Contains(leaf.Topic.Metric) ? leaf.Topic.Entity : null) ?? (figures.Of(metric).Any(f => f.Entity == leaf.Sentence.Entity) ? leaf.Sentence.Entity : null);
        _stat = (leaf.Values(Cat.Stat) is [var stat, ..] ? stat : null) ?? (inherited ? leaf.Topic.Stat : null);
        _phase = Own(leaf.Values(Cat.Phase) is [var phase] ? phase : leaf.Sentence.Phase) ?? (inherited || leaf.Topic.Metric is null ? Own(leaf.Topic.Phase) : null);
    }

    public static Fault? Check(Leaf leaf, Figures figures, Lexicon lexicon)
    {
        var words = leaf.Values(Cat.Word);
        var (compares, moves) = (leaf.All(Cat.Compare).ToList(), leaf.All(Cat.Move).ToList());
        if (!leaf.All(Form.Number).Any() && compares.Count == 0 && moves.Count == 0 && words.Count == 0) return null;
        var metrics = leaf.Values(Cat.Metric);
        if (metrics.Count == 2 && metrics.Any(s_whole.Contains)) metrics = [.. metrics.Where(m => !s_whole.Contains(m))];
        if (metrics.Count > 1 || leaf.Values(Cat.Stat).Count > 1 || leaf.All(Form.Entity).Select(i => leaf.Lexemes[i].Value).Distinct().Count() > 1) return new Fault(Why.Figure);
        var inherited = metrics.Count == 0;
        if (inherited && leaf.Names(s_neutral)) return new Fault(Why.Figure);
        var tier = leaf.Values(Cat.Bar).Any(b => b.StartsWith("tier", StringComparison.Ordinal)) ? "rto" : null;
        if ((inherited ? tier ?? leaf.Topic.Metric : metrics[0]) is not { } metric) return new Fault(Why.Figure);
        var check = new FigureCheck(leaf, figures, lexicon, metric, inherited);
        if (!(words.Count > 0 ? check.Word(words) : check.All(compares, moves))) return new Fault(Why.Figure, metric);
        leaf.Use(Form.Number);
        foreach (var cat in (Cat[])[Cat.Compare, Cat.Move, Cat.Bar, Cat.Stat, Cat.Phase, Cat.Word, Cat.Metric]) leaf.Use(cat);
        leaf.Use(Form.Entity);
        leaf.Verify();
        leaf.Topic = new Topic(metric, check._entity, check._phase, check._stat, leaf.Topic.Layer);
        return null;
    }

    /// <summary>"The index hash is a mismatch."</summary>
    private bool Word(IReadOnlyList<string> words)
    {
        var nots = _leaf.All(Cat.Not).ToList();
        var known = _figures.Of(_metric).Where(f => f.Word is not null).Select(f => f.Word!).Distinct().ToList();
        if (words.Count != 1 || nots.Count > 1 || known.Count != 1 || _leaf.All(Form.Number).Any() || (known[0] == words[0]) == (nots.Count == 1)) return false;
        _leaf.Use(Cat.Not);
        return true;
    }

    private bool All(List<int> compares, List<int> moves)
    {
        var said = Parts();
        if (!said.All(Holds)) return false;
        if (moves.Count > 0 && !Moves(moves, said)) return false;
        // Each comparison needs what it compares with: a number, the bar, or the baseline.
        var bounds = said.Count(s => s.Part == Part.Bound);
        if (compares.Count > bounds && !(compares.Count == bounds + 1 && moves.Count == 0 && Beside(compares[^1]))) return false;
        var nots = _leaf.All(Cat.Not).Count();
        if (nots > 0 && bounds == 1 && nots == 1) _leaf.Use(Cat.Not);
        return true;
    }

    /// <summary>What each number is said to be.</summary>
    private List<Said> Parts()
    {
        var (parts, part, compare, tier, moving, started) = (new List<Said>(), Part.Value, (string?)null, (string?)null, false, false);
        for (var i = 0; i < _leaf.Lexemes.Count; i++)
        {
            var l = _leaf.Lexemes[i];
            if (_leaf.Used(i)) continue;
            if (l.Form == Form.Number)
            {
                var before = parts.Count > 0 && i >= 2 && parts[^1].At == i - 2 && _leaf.Lexemes[i - 1].Text is "of" or "/";
                var bar = i + 1 < _leaf.Lexemes.Count && _leaf.Lexemes[i + 1].Form == Form.Word ? _leaf.Lexemes[i + 1].Of(Cat.Bar) : null;
                if (bar == "versus") bar = null;
                var kind = before || bar is not null && part != Part.Bound ? Part.Bar : part;
                if (moving && kind == Part.Value && parts.Count > 0 && parts[^1].Part == Part.Value)
                {
                    parts[^1] = parts[^1] with { Part = Part.From };
                    kind = Part.To;
                }

                if (moving && kind == Part.To && parts.Count > 0 && parts[^1].Part == Part.Value) parts[^1] = parts[^1] with { Part = Part.From };

                // "42 of 60 min" says the unit once.
                if (before && parts[^1].Quantity.Unit is null) parts[^1] = parts[^1] with { Quantity = parts[^1].Quantity with { Unit = l.Quantity!.Unit } };
                parts.Add(new Said(i, l.Quantity!, kind, compare, tier ?? (bar is "target" ? null : bar), PhaseAfter(i)));
                (part, compare, tier) = (Part.Value, null, null);
            }
            else if (l.Form == Form.Stop) (part, compare) = (part == Part.Bar ? Part.Bar : Part.Value, part == Part.Bar ? compare : null);
            else if (l.Of(Cat.Bar) is { } bar) (part, tier) = (part == Part.Bound ? Part.Bound : Part.Bar, bar is "target" or "versus" ? tier : bar);
            else if (l.Of(Cat.Compare) is { } op)
            {
                // "0.45 or less" compares with what stands before it.
                if (parts.Count > 0 && parts[^1].At == i - 1 && l.Text.StartsWith("or ", StringComparison.Ordinal)) parts[^1] = parts[^1] with { Part = Part.Bound, Compare = op };
                else (part, compare) = (Part.Bound, op);
            }
            else if (l.Is(Cat.Move)) moving = true;
            else if (l.Text == "from") (part, started) = (Part.From, true);
            else if (l.Text == "to" && (moving || started)) part = Part.To;
            else if (l.Text == "to" && (_leaf.Aims || _leaf.Hypothetical || _leaf.Should)) part = Part.Bar;
        }

        return parts;
    }

    private string? PhaseAfter(int at)
    {
        for (var i = at + 1; i < _leaf.Lexemes.Count && _leaf.Lexemes[i].Form != Form.Number; i++)
            if (_leaf.Lexemes[i].Form == Form.Word && _leaf.Lexemes[i].Of(Cat.Phase) is { } phase) return Own(phase);
        return null;
    }

    /// <summary>"Compared with baseline" names what is compared with, not when.</summary>
    private static string? Own(string? phase) => phase == "reference" ? null : phase;

    private bool Holds(Said said)
    {
        var bars = (said.Tier switch { "tier_s" => [_figures.TierS], "tier_a" => [_figures.TierA], _ => _figures.Bars(_metric) }).ToList();
        var wished = (_leaf.Hypothetical || _leaf.Should || _leaf.Aims) && !_leaf.All(Cat.Move).Any();
        switch (said.Part)
        {
            case Part.Bar: return bars.Exists(b => Is(b, said.Quantity));
            case Part.From: return Value(said, said.Phase ?? "baseline") && (said.Phase ?? "baseline") != _figures.Latest || wished && Value(said, said.Phase);
            case Part.To: return Value(said, said.Phase) || wished && bars.Exists(b => Is(b, said.Quantity));
            case Part.Value: return _leaf.Topic.Bar && _inherited ? bars.Exists(b => Is(b, said.Quantity)) : Value(said, said.Phase ?? _phase);
        }

        if (!_figures.Thresholds(_metric).Concat(bars).Any(b => Is(b, said.Quantity))) return false;
        if (_leaf.Hypothetical) return true;
        var threshold = _figures.Thresholds(_metric).Concat(bars).First(b => Is(b, said.Quantity));
        if (_leaf.Should || _leaf.Aims)
            return bars.Exists(b => Is(b, said.Quantity)) && (said.Compare is "below" or "atmost") == _lexicon.LowerIsBetter.Contains(_metric);
        var negated = _leaf.All(Cat.Not).Count() == 1;
        return Find(said.Phase ?? _phase).Any(f => f.Number is { } number && Compares(number, said.Compare!, threshold) != negated);
    }

    private bool Is(double bar, Quantity said) => Rounding.Fits(bar, Unit(), _metric, said with { Decimals = 10 }, []);

    private string Unit() => _figures.Of(_metric).Select(f => f.Unit).FirstOrDefault() ?? (_metric switch { "rto" or "data_age_min" => "min", "rpo" => "writes", "ds" or "coverage" or "convergent" or "semantics" => "0–1", _ => "" });

    private bool Value(Said said, string? phase) =>
        Find(phase, Related(said.Quantity.Unit)).Any(f => f.Number is { } number && Rounding.Fits(number, f.Unit, _metric, said.Quantity, _figures.Thresholds(_metric)));

    /// <summary>A latency "1.06 times the baseline" is a figure of its own; so is a hit rate some points under it.</summary>
    private string Related(string? unit) => (_metric, unit) switch
    {
        ("p95_ms", "×") => "p95_ratio",
        ("cache_hit_pct", "points") => "cache_drop_points",
        _ => _metric,
    };

    /// <summary>The figures of the metric that may be meant.</summary>
    private List<Figure> Find(string? phase, string? metric = null)
    {
        var found = _figures.Of(metric ?? _metric).Where(f => (f.Stat is null ? _stat is null or "median" : f.Stat == (_stat ?? "median"))
            && (f.Phase is null ? phase is null || phase == _figures.Latest || phase == "baseline" && f.Unit is "×" or "points" : f.Phase == phase || phase is null && f.Phase == _figures.Latest)
            && (_entity is null || f.Entity == _entity)).ToList();
        // Without a name the one of the whole is meant, or the only one there is.
        var whole = found.Where(f => f.Entity is null).ToList();
        return _entity is not null || whole.Count == 0 && found.Select(f => f.Entity).Distinct().Count() == 1 ? found : whole;
    }

    private bool Moves(List<int> moves, List<Said> said)
    {
        var direction = moves.Select(i => _leaf.Lexemes[i].Of(Cat.Move)!).Where(d => d != "change").Distinct().ToList();
        if (direction.Count > 1 || _leaf.All(Cat.Not).Any()) return false;
        var from = said.Where(s => s.Part == Part.From).Select(s => s.Quantity.Value).Concat(Find("baseline").Select(f => f.Number ?? double.NaN)).FirstOrDefault(double.NaN);
        var to = Find(said.FirstOrDefault(s => s.Part == Part.To).Phase ?? (_phase is "baseline" ? null : _phase)).Select(f => f.Number ?? double.NaN).FirstOrDefault(double.NaN);
        if (double.IsNaN(from) || double.IsNaN(to) || _figures.Latest == "baseline") return false;
        var better = direction is ["better" or "worse"] ? (direction[0] == "better") == _lexicon.LowerIsBetter.Contains(_metric) ? "down" : "up" : null;
        if (better is not null) direction[0] = better;
        return direction.Count == 0 ? said.Any(s => s.Part == Part.To) : direction[0] == "up" ? to > from : to < from;
    }

    /// <summary>"Above the bar", "worse than baseline".</summary>
    private bool Beside(int compare)
    {
        var op = _leaf.Lexemes[compare].Of(Cat.Compare)!;
        var after = _leaf.Lexemes.Skip(compare + 1).TakeWhile(l => l.Form != Form.Number).ToList();
        var negated = _leaf.All(Cat.Not).Count() == 1;
        if (_leaf.All(Cat.Not).Count() > 1) return false;
        double other;
        var value = Find(_phase is "baseline" ? null : _phase).Select(f => f.Number).OfType<double>().ToList();
        if (after.Any(l => l.Form == Form.Word && l.Is(Cat.Bar)) && _figures.Bars(_metric).ToList() is [var bar]) other = bar;
        else if ((_leaf.Sentence.Phase == "reference" || after.Concat([_leaf.Lexemes[compare]]).Any(l => l.Form == Form.Word && l.Of(Cat.Phase) is "baseline" or "reference")) && _figures.Latest != "baseline" && Find("baseline").Select(f => f.Number).OfType<double>().ToList() is [var baseline]) other = baseline;
        else return false;
        if (_leaf.Hypothetical) return true;
        if (value.Count != 1) return false;
        if (op is "better" or "worse") op = _lexicon.LowerIsBetter.Contains(_metric) == (op == "better") ? "below" : "above";
        if (Compares(value[0], op, other) == negated) return false;
        _leaf.Use(Cat.Not);
        return true;
    }

    private static bool Compares(double value, string op, double with) => op switch
    {
        "above" => value > with,
        "below" => value < with,
        "atmost" => value <= with,
        "atleast" => value >= with,
        "equalsign" => value == with,
        _ => false,
    };
}

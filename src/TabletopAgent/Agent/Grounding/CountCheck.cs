namespace TabletopAgent.Agent.Grounding;

/// <summary>Numbers of probes, layers, dimensions, steps and the like, and that there are none.</summary>
internal sealed class CountCheck(Leaf leaf, Figures figures)
{
    private static readonly string[] s_counted = ["probes", "layers", "dimensions", "steps", "pages", "actions", "questions", "notes", "updates", "windows", "stores", "services", "checks"];

    public Fault? Check()
    {
        foreach (var i in leaf.All(Form.Number).ToList())
        {
            var (lexeme, before) = (leaf.Lexemes[i], i > 0 ? leaf.Lexemes[i - 1] : null);
            var said = lexeme.Quantity!;
            if (said.Unit is null && Place(said, before))
            {
                leaf.Use(i);
                continue;
            }

            // "Five of the six dimensions": the second says what is counted.
            var whole = said.Unit is null ? Whole(i) : null;
            var unit = said.Unit ?? whole?.Unit ?? (leaf.Values(Cat.Metric).Count == 0 ? leaf.Topic.Counted : null);
            if (unit is null || !s_counted.Contains(unit) || leaf.Used(i)) continue;
            if (said.Decimals > 0 || whole is not null && whole.Value != Count(unit) || !Holds(unit, said.Value)) return new Fault(Why.Figure, unit);
            leaf.Use(i);
            if (whole is not null) leaf.Use(leaf.All(Form.Number).First(n => n > i));
            // "Over 50 probes": of them.
            if (before?.Text == "over") leaf.Use(i - 1);
            leaf.Topic = leaf.Topic with { Counted = unit };
            leaf.Verify();
        }

        return None();
    }

    private Quantity? Whole(int i)
    {
        var next = leaf.Lexemes.Skip(i + 1).SkipWhile(l => l.Text is "of" or "the" or "all").FirstOrDefault();
        return i + 1 < leaf.Lexemes.Count && leaf.Lexemes[i + 1].Text == "of" && next is { Form: Form.Number, Quantity: { Unit: { } unit } whole } && s_counted.Contains(unit) ? whole : null;
    }

    /// <summary>"step 2": a place in a list that is that long.</summary>
    private bool Place(Quantity said, Lexeme? before) =>
        before?.Of(Cat.Talk) == "step" && before.Text.StartsWith("step", StringComparison.Ordinal) && said is { Decimals: 0, Value: >= 1 } && said.Value <= Count("steps");

    private bool Holds(string unit, double said)
    {
        var verdicts = leaf.Values(Cat.Verdict);
        if (unit == "dimensions" && verdicts.Count == 1 && !leaf.All(Cat.Not).Any() && leaf.Values(Cat.Quant).All(q => q is "only" or "rest"))
        {
            if (said != figures.Dimensions(verdicts[0]).Count) return false;
            leaf.Use(Cat.Verdict);
            leaf.Use(Cat.Quant);
            return true;
        }

        if (unit is "stores" or "services" or "checks" && verdicts.Count == 1 && !leaf.All(Cat.Not).Any() && leaf.Values(Cat.Quant).Count == 0)
        {
            if (said != figures.Named(unit).Count(v => v == verdicts[0])) return false;
            leaf.Use(Cat.Verdict);
            return true;
        }

        // "One window was missed": only what was missed is counted.
        if (unit == "windows")
        {
            if (verdicts is not ["fail"] && !leaf.Values(Cat.Metric).Contains("windows_missed")) return false;
            leaf.Use(Cat.Verdict);
        }

        if (unit == "layers" && verdicts is ["fail" or "fault"] && !leaf.All(Cat.Not).Any()) leaf.Use(Cat.Verdict);
        return said == Count(unit);
    }

    /// <summary>"There are no probes", "I cannot name a layer".</summary>
    private Fault? None()
    {
        var at = leaf.All(Cat.Quant).Where(i => leaf.Lexemes[i].Of(Cat.Quant) == "none").Append(leaf.All(Cat.Not).FirstOrDefault(-1)).FirstOrDefault(-1);
        if (at < 0 || leaf.Values(Cat.Verdict).Count > 0 || leaf.Values(Cat.Layer).Count > 0) return null;
        var cannot = leaf.Lexemes[at].Is(Cat.Not) && leaf.Lexemes.Skip(at + 1).FirstOrDefault()?.Of(Cat.Talk) == "say";
        var nouns = leaf.Lexemes.Skip(at + 1).Where(l => l.Form == Form.Word && l.Is(Cat.Unit) && s_counted.Contains(l.Of(Cat.Unit)!)).Select(l => l.Of(Cat.Unit)!).ToList();
        if (nouns.Count == 0 || leaf.Lexemes[at].Is(Cat.Not) && !cannot || leaf.Values(Cat.Quant).Any(q => q != "none")) return null;
        if (nouns.Exists(n => Count(n) > 0)) return new Fault(Why.Figure, nouns[0]);
        leaf.Use(Cat.Quant);
        leaf.Use(Cat.Not);
        leaf.Verify();
        return null;
    }

    private double Count(string unit)
    {
        var phase = leaf.Values(Cat.Phase) is [var said] ? said : leaf.Sentence.Phase ?? figures.Latest;
        return figures.Of("count").FirstOrDefault(f => f.Unit == unit && (f.Phase is null || f.Phase == phase))?.Number ?? 0;
    }
}

namespace TabletopAgent.Agent.Grounding;

/// <summary>Numbers of probes, layers, dimensions, steps and the like.</summary>
internal static class CountCheck
{
    private static readonly string[] s_counted = ["probes", "layers", "dimensions", "steps", "pages", "actions", "questions", "notes", "roles"];

    public static Fault? Check(Leaf leaf, Figures figures)
    {
        foreach (var i in leaf.All(Form.Number).ToList())
        {
            var (lexeme, before) = (leaf.Lexemes[i], i > 0 ? leaf.Lexemes[i - 1] : null);
            var said = lexeme.Quantity!;
            if (said.Unit is null)
            {
                // "step 2", "inject 3": a place in a list that is that long.
                if (before?.Of(Cat.Talk) == "step" && before.Text.StartsWith("step", StringComparison.Ordinal) && said is { Decimals: 0 } && said.Value >= 1 && said.Value <= Count(figures, "steps", null)) leaf.Use(i);
                continue;
            }

            if (!s_counted.Contains(said.Unit)) continue;
            if (said.Decimals > 0 || !Holds(leaf, figures, i, said)) return new Fault(Why.Figure, said.Unit);
            leaf.Use(i);
            leaf.Verify();
        }

        return null;
    }

    private static bool Holds(Leaf leaf, Figures figures, int i, Quantity said)
    {
        if (said.Unit == "dimensions" && leaf.Values(Cat.Verdict) is [var verdict] && !leaf.All(Cat.Not).Any() && !leaf.All(Cat.Quant).Any(q => leaf.Lexemes[q].Of(Cat.Quant) != "only"))
        {
            var with = figures.Dimensions(verdict).Count;
            // "five of the six dimensions are unmeasured"
            var part = Enumerable.Range(0, i).LastOrDefault(j => leaf.Lexemes[j].Form == Form.Number && leaf.Lexemes[j].Quantity is { Unit: null }, -1);
            if (part >= 0 && leaf.Lexemes.Skip(part + 1).Take(i - part - 1).All(l => l.Text is "of" or "the") && said.Value == figures.Dimensions(null).Count && leaf.Lexemes[part].Quantity!.Value == with)
                leaf.Use(part);
            else if (said.Value != with) return false;
            leaf.Use(Cat.Verdict);
            leaf.Use(Cat.Quant);
            return true;
        }

        return said.Value == Count(figures, said.Unit!, leaf.Values(Cat.Phase) is [var phase] ? phase : figures.Latest);
    }

    private static double? Count(Figures figures, string unit, string? phase) =>
        figures.Of("count").FirstOrDefault(f => f.Unit == unit && (f.Phase is null || f.Phase == phase))?.Number;
}

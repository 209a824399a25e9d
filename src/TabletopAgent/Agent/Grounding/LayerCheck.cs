namespace TabletopAgent.Agent.Grounding;

/// <summary>Failing layers, their order and how sure the code is of them.</summary>
internal static class LayerCheck
{
    private static readonly string[] s_alsoSaid = ["also", "other", "another", "too"];

    public static Fault? Check(Leaf leaf, Report report)
    {
        var suspects = report.Diagnosis.Layers;
        var layers = leaf.Values(Cat.Layer);
        var sure = leaf.All(Cat.Confidence).Select(i => leaf.Lexemes[i].Of(Cat.Confidence)!).Distinct().ToList();
        // Some layers share their name with a dimension or a word of talk: those are layers only where layers are spoken of.
        var plain = leaf.All(Cat.Layer).All(i => (leaf.Lexemes[i].Cats & ~Cat.Layer) != 0);
        if (layers.Count == 0 || plain && sure.Count == 0 && !Speaks(leaf)) return Confidence(leaf, report, sure, leaf.Topic.Layer);

        var fault = new Fault(Why.Layer, layers[0]);
        var (nots, rank) = (leaf.All(Cat.Not).Count(), leaf.Values(Cat.Rank));
        if (nots > 1 || rank.Count > 1) return fault;
        foreach (var layer in layers)
        {
            var at = suspects.ToList().FindIndex(s => s.Layer == layer);
            var runner = report.Diagnosis.RunnerUp?.Layer == layer;
            var holds = nots == 1 ? at < 0 : (rank is [var first] ? first : null) switch
            {
                "first" => at == 0,
                "second" => at == 1,
                "runner" => runner,
                _ => at == 0 || at == 1 && (layers.Count > 1 || !Singular(leaf)),
            };
            if (!holds) return fault;
        }

        if (nots == 0 && layers.Count == 1 && Confidence(leaf, report, sure, layers[0]) is { } unsure) return unsure;
        if (layers.Count > 1 && sure.Count > 0) return fault;
        // "Queue-and-writes fails": the verdict says again that it is the failing layer.
        if (leaf.Values(Cat.Verdict) is ["fail" or "fault"] && leaf.Values(Cat.Metric).Count == 0 && nots == 0) leaf.Use(Cat.Verdict);
        if (leaf.Values(Cat.Quant) is ["both"] && layers.Count == 2) leaf.Use(Cat.Quant);
        foreach (var cat in (Cat[])[Cat.Layer, Cat.Rank, Cat.Not]) leaf.Use(cat);
        leaf.Verify();
        leaf.Topic = leaf.Topic with { Layer = layers.Count == 1 ? layers[0] : null };
        return null;
    }

    private static Fault? Confidence(Leaf leaf, Report report, List<string> sure, string? layer)
    {
        if (sure.Count == 0) return null;
        var known = report.Diagnosis.Layers.FirstOrDefault(l => l.Layer == layer)?.Confidence ?? report.Status.Confidence;
        if (sure.Count > 1 || sure[0] != known || leaf.All(Cat.Not).Any() || layer is null && !leaf.Lexemes.Any(l => l.Of(Cat.Talk) == "confidence" || l.Text.Contains("confidence", StringComparison.OrdinalIgnoreCase)))
            return new Fault(Why.Layer, layer);
        leaf.Use(Cat.Confidence);
        leaf.Verify();
        return null;
    }

    private static bool Speaks(Leaf leaf) => leaf.Lexemes.Any(l => l.Form == Form.Word && (l.Of(Cat.Talk) == "layer" || l.Of(Cat.Rank) is "second" or "runner"));

    /// <summary>"The failing layer is …" names one, and so the first.</summary>
    private static bool Singular(Leaf leaf) =>
        leaf.Lexemes.TakeWhile(l => !l.Is(Cat.Layer)).Any(l => l.Form == Form.Word && l.Of(Cat.Talk) == "layer" && !l.Text.EndsWith('s')) && !leaf.Lexemes.Any(l => s_alsoSaid.Contains(l.Text));
}

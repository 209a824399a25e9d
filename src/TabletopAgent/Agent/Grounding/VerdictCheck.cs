namespace TabletopAgent.Agent.Grounding;

/// <summary>Words that judge: pass, fail, unmeasured, healthy, and every "all", "none" and "not" beside them.</summary>
internal sealed class VerdictCheck(Leaf leaf, Figures figures, Report report)
{
    private static readonly string[] s_diagnosis = ["fault", "healthy", "need_data"];

    /// <summary>Words of talk that can stand for what was spoken of.</summary>
    private static readonly string[] s_neutral = ["verdict", "dimension", "figure", "reason", "say"];

    /// <param name="metrics">All metrics of this part, also those whose figures were checked already.</param>
    /// <param name="entities">All things it names.</param>
    /// <param name="mentioned">Dimensions that were judged before in this reply: "the rest" are the others.</param>
    public Fault? Check(IReadOnlyList<string> metrics, IReadOnlyList<string> entities, ISet<string> mentioned)
    {
        if (entities.Count == 0 && metrics.Count == 0 && leaf.Sentence.Entity is { } scope) entities = [scope];
        var verdicts = leaf.Values(Cat.Verdict);
        var nots = leaf.All(Cat.Not).Count();
        var quants = leaf.Values(Cat.Quant);
        if (verdicts.Count == 0) verdicts = Missing(metrics, nots, quants) ? ["unmeasured"] : [];
        if (verdicts.Count == 0) return null;
        if (verdicts[0] == "unmeasured" && leaf.Values(Cat.Verdict).Count == 0) (nots, quants) = (0, []);
        var about = metrics.Count > 0 ? metrics[0] : "exercise";
        if (leaf.All(Cat.Verdict).Count() > 1 || nots > 1 || quants.Count(q => q != "except") > 1) return new Fault(Why.Verdict, about);
        // Persons and layers do not pass or fail; nor does "it" mean the metric spoken of before where something else is named.
        if (leaf.Lexemes.Any(l => l.Form == Form.Person || l.Is(Cat.Layer) && !l.Is(Cat.Metric) || l.Is(Cat.Role))) return new Fault(Why.Verdict, about);
        if (metrics.Count == 0 && entities.Count == 0 && quants.Count == 0 && leaf.Topic.Metric is not null && leaf.Names(s_neutral)) return new Fault(Why.Verdict, about);
        // What would be so if something else were is not said to be so; what "passed" is.
        var supposed = quants.Count == 0 && leaf.All(Cat.Verdict).All(i => !leaf.Lexemes[i].Is(Cat.Past) && leaf.Supposed(i));
        if (!supposed && !Holds(verdicts[0], metrics, entities, nots == 1, quants, mentioned)) return new Fault(Why.Verdict, about);
        foreach (var cat in (Cat[])[Cat.Verdict, Cat.Not, Cat.Quant, Cat.Metric]) leaf.Use(cat);
        leaf.Use(Form.Entity);
        leaf.Verify();
        if (leaf.Lexemes.Any(l => l.Of(Cat.Unit) == "dimensions")) leaf.Topic = leaf.Topic with { Counted = "dimensions" };
        foreach (var m in metrics) mentioned.Add(m);
        if (metrics.Count == 1) leaf.Topic = leaf.Topic with { Metric = metrics[0], Entity = entities.Count == 1 ? entities[0] : null, Phase = null, Stat = null };
        return null;
    }

    /// <summary>"There is no figure for RTO", "RTO has not been recorded": unmeasured, in other words.</summary>
    private bool Missing(IReadOnlyList<string> metrics, int nots, IReadOnlyList<string> quants) =>
        metrics.Count > 0 && (nots == 1 && quants.Count == 0 || nots == 0 && quants is ["none"]) && !leaf.All(Form.Number).Any()
        && leaf.Lexemes.Any(l => l.Form == Form.Word && l.Of(Cat.Talk) == "figure") && !leaf.Lexemes.Any(l => l.Is(Cat.Compare | Cat.Move | Cat.Word | Cat.Deed));

    private bool Holds(string verdict, IReadOnlyList<string> metrics, IReadOnlyList<string> entities, bool negated, IReadOnlyList<string> quants, ISet<string> mentioned)
    {
        if (s_diagnosis.Contains(verdict))
            return metrics.All(m => m == "exercise") && entities.Count == 0 && quants.Count == 0 && (report.Diagnosis.Verdict == verdict) != negated;

        var all = figures.Dimensions(null);
        var subjects = metrics.Where(m => m != "exercise").ToList();
        switch (quants.FirstOrDefault(q => q != "except"))
        {
            case null when quants.Contains("except"): return false;
            case "all" or "none" when quants.Contains("except"): subjects = [.. all.Except(subjects)]; break;
            case "restnone" or "rest": subjects = [.. all.Except(mentioned).Except(subjects)]; break;
            case "all" or "none" when subjects.Count == 0: subjects = [.. all]; break;
            case "both" when subjects.Count != 2: return false;
            case "only":
                return !negated && subjects.Count > 0 && subjects.All(all.Contains) && figures.Dimensions(verdict).ToHashSet().SetEquals(subjects);
        }

        var none = quants.Contains("none") || quants.Contains("restnone");
        // "No, it passes" denies; "no dimension passes" counts.
        if (none && leaf.All(Cat.Quant).Any(i => leaf.Lexemes[i].Text == "no" && (i + 1 == leaf.Lexemes.Count || !leaf.Lexemes[i + 1].Is(Cat.Talk | Cat.Unit | Cat.Metric)))) return false;
        if (negated && none) return false;
        if (entities.Count > 0) return quants.Count == 0 && entities.All(e => Is(figures.Verdict(subjects.Count == 1 ? subjects[0] : null, e), verdict, negated));
        if (subjects.Count == 0) subjects = quants.Count == 0 ? [metrics.Contains("exercise") || leaf.Topic.Metric is null ? "exercise" : leaf.Topic.Metric] : [];
        // "It passes" with nothing spoken of before says nothing that can be checked.
        if (metrics.Count == 0 && quants.Count == 0 && leaf.Topic.Metric is null && !leaf.Lexemes.Any(l => l.Form == Form.Word && l.Of(Cat.Talk) == "verdict")) return false;
        // "All do not pass" can be read as "none passes" and as "not all pass".
        if (negated && quants.Contains("all") && BeforeAll()) return subjects.Exists(s => figures.Verdict(s, null) is { } actual && actual != verdict);
        if (negated && quants.Contains("all")) return subjects.Count > 0 && subjects.All(s => Is(figures.Verdict(s, null), verdict, true));
        return subjects.Count > 0 && subjects.All(s => Is(figures.Verdict(s, null), verdict, negated || none));
    }

    /// <summary>"Not all …": at least one is not.</summary>
    private bool BeforeAll()
    {
        var not = leaf.All(Cat.Not).First();
        return not + 1 < leaf.Lexemes.Count && leaf.Lexemes[not + 1].Of(Cat.Quant) == "all";
    }

    private static bool Is(string? actual, string verdict, bool negated) => (verdict, negated) switch
    {
        (_, _) when actual is null => false,
        ("measured", false) or ("unmeasured", true) => actual is "pass" or "fail",
        ("measured", true) => actual == "unmeasured",
        // Not failing is heard as good news: only a pass is.
        ("fail", true) => actual == "pass",
        ("pass", true) => actual != "pass",
        _ => actual == verdict,
    };
}

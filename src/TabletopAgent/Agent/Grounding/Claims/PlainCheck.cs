using TabletopAgent.Agent.Grounding.Language;

namespace TabletopAgent.Agent.Grounding.Claims;

/// <summary>What no other check has taken up must claim nothing.</summary>
internal static class PlainCheck
{
    /// <summary>Metrics that may be spoken of without a figure.</summary>
    private static readonly HashSet<string> s_core = new("exercise rto rpo semantics safety ops docs ds coverage convergent".Split(' '), StringComparer.Ordinal);

    public static Fault? Check(Leaf leaf, IReadOnlyList<string> metrics)
    {
        var free = leaf.Advice || leaf.Question;
        // "…, as if": supposes nothing that is named.
        if (leaf.Lexemes.Reverse().TakeWhile(l => l.Form == Form.Stop || l.Form == Form.Word && l.Is(Cat.Glue | Cat.If)).Any(l => l.Text is "if" or "unless" or "until" or "as long as")) return new Fault(Why.Claim);
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

    private static readonly HashSet<string> s_declined = new("log record write give send post set decide say show tell open grant release change see".Split(' '), StringComparer.Ordinal);

    /// <summary>"I cannot log that": says what this program does not do, and nothing else.</summary>
    private static bool Declines(Leaf leaf)
    {
        var words = leaf.Lexemes.Where(l => l.Form == Form.Word).ToList();
        var not = words.FindIndex(l => l.Is(Cat.Not));
        return not > 0 && words[not - 1].Text == "i" && not + 1 < words.Count && s_declined.Contains(words[not + 1].Text) && words[not].Text is "cannot" or "can not" or "can't"
            && words.TrueForAll(l => l.Is(Cat.Not | Cat.Bar) || l.Harmless && !l.Is(Cat.Talk) || l.Is(Cat.Talk) && l.Of(Cat.Talk) is "help" or "say" or "role");
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
        return last < 0 || leaf.Lexemes.Skip(last + 1).Any(l => l.Form != Form.Stop && (l.Form != Form.Word || l.Is(Cat.Talk | Cat.Verb | Cat.Role) || leaf.Lexemes[last].Of(Cat.Aux) == "be" && l.Is(Cat.Metric)));
    }
}

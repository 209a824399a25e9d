using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>The one thing that would change the verdict soonest.</summary>
internal static class NextFix
{
    public static string Of(Judgement judged)
    {
        if (judged.Overall == "pass") return "Nothing to fix; keep the evidence with the log.";
        var (outcome, diagnosis, dimensions) = (judged.Outcome, judged.Diagnosis, judged.Dimensions);
        // A brief is judged by its diagnosis alone; so is an incident that goes on.
        var over = outcome.Services.Count > 0 && outcome.Services.All(s => s.Stable is not null) && outcome.Probes.Semantics.Verdict != Verdict.Fail;
        if (!over && Holding(outcome) is { } wait) return wait;
        if (!over && judged.Prescription.Steps is [var step, ..]) return $"{step.Text} [{step.Section}]";
        if (!over && judged.Ask is [var question, ..]) return $"Ask: {question}";
        if (outcome.Charter.Head is null && outcome.Services.Count == 0)
            return diagnosis.Verdict == "healthy" ? "Nothing to fix; keep the evidence with the log." : "Give a symptom, probes or measurements.";
        if (Mend(outcome) is { } mend) return mend;
        var healthy = diagnosis.Verdict == "healthy" && dimensions.Values.All(d => d.Verdict != "fail") ? "Nothing to fix. To pass: " : "";
        return Supply(dimensions) is { } supply ? healthy.Length > 0 ? healthy + supply : "M" + supply[1..] : Late(judged.Earlier);
    }

    /// <summary>All green but not long enough: only time is missing.</summary>
    private static string? Holding(Outcome outcome)
    {
        var waiting = outcome.Services.Where(s => s.Stable is null).ToList();
        return waiting.Count > 0 && waiting.TrueForAll(s => s.HeldSince is not null)
            ? $"Keep sampling {Spell.Some([.. waiting.Select(s => s.Service)])}, at most {Numbers.Show(outcome.Bars.SteadyGap)} min apart: {waiting[0].Reason}." : null;
    }

    /// <summary>What failed and can still be put right.</summary>
    private static string? Mend(Outcome outcome)
    {
        foreach (var s in outcome.Stores.Where(s => s.Verdict == Verdict.Fail))
        {
            if (s.Unaccounted > outcome.Bars.Unaccounted) return $"Account for {Numbers.Show(s.Unaccounted)} write(s) of {s.Store}: replay them or document the loss, then append a writes event.";
            if (s.Unaccounted < 0) return $"Count the writes of {s.Store} again: {Numbers.Show(-s.Unaccounted)} more are explained than were acknowledged.";
            if (s.Duplicates > outcome.Bars.Duplicates) return $"Undo the {Numbers.Show(s.Duplicates)} doubled effect(s) in {s.Store}, then append a writes event.";
        }

        if (outcome.Safety.Verdict == Verdict.Fail) return $"Close what opened, then run the safety battery again: {outcome.Safety.Reason}.";
        if (outcome.Ops.Verdict == Verdict.Fail) return $"Bring operations back to the baseline: {outcome.Ops.Reason}.";
        var gap = outcome.Findings.FirstOrDefault(f => f.Kind is "docs" or "roles");
        return outcome.Docs.Verdict == Verdict.Fail && gap is not null ? $"{gap.Text} Append it to the log{(gap.Kind == "docs" ? " as a correction" : "")}." : null;
    }

    private static string? Supply(IReadOnlyDictionary<string, Dimension> dimensions)
    {
        string[] nearest = ["rpo", "docs", "safety", "ops", "semantics", "rto"];
        var open = nearest.FirstOrDefault(d => dimensions[d].Verdict == "unmeasured");
        return open is null ? null : $"measure {open}: {dimensions[open].Reason}.";
    }

    private static string Late(IReadOnlyList<Counterfactual> earlier) => earlier.Count > 0
        ? $"What failed cannot be mended any more. Next time: {Counterfactuals.Finding(earlier[0]).Text}" : "What failed cannot be mended any more; take it into the retro.";
}

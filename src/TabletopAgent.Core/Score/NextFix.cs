using TabletopAgent.Diagnose;
using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>The one thing that would change the verdict soonest.</summary>
internal static class NextFix
{
    public static string Of(Outcome outcome, IReadOnlyDictionary<string, Dimension> dimensions, Diagnosis diagnosis, Prescription prescription, IReadOnlyList<string> ask,
        IReadOnlyList<Counterfactual> earlier)
    {
        if (Scorecard.Overall(dimensions) == "pass") return "Nothing to fix; keep the evidence with the log.";
        // A brief is judged by its diagnosis alone; so is an incident that goes on.
        var over = outcome.Services.Count > 0 && outcome.Services.All(s => s.Stable is not null) && outcome.Probes.Semantics.Verdict != Verdict.Fail;
        if (!over && Holding(outcome) is { } wait) return wait;
        if (!over && prescription.Steps.Count > 0) return $"{prescription.Steps[0].Text} [{prescription.Steps[0].Section}]";
        if (!over && diagnosis.Verdict == "need_data" && ask.Count > 0) return $"Ask: {ask[0]}";
        if (outcome.Charter.Head is null && outcome.Services.Count == 0)
            return diagnosis.Verdict == "healthy" ? "Nothing to fix; keep the evidence with the log." : "Give a symptom, probes or measurements.";
        if (Mend(outcome) is { } mend) return mend;
        var healthy = diagnosis.Verdict == "healthy" && dimensions.Values.All(d => d.Verdict != "fail") ? "Nothing to fix. To pass: " : "";
        return Supply(dimensions) is { } supply ? healthy.Length > 0 ? healthy + supply : "M" + supply[1..] : Late(earlier);
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

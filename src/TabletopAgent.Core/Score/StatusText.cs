using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>RTO and RPO as the status says them: always text, of the worst service or store.</summary>
internal static class StatusText
{
    /// <summary>"42m of 60m (pass)", "over 48m of 30m (fail)", "unmeasured of 60m (unmeasured)".</summary>
    public static string Rto(Outcome outcome)
    {
        var bar = outcome.Rto.Target is { } t ? $"{Numbers.Show(t)}m" : "no bar";
        if (outcome.Services.Count == 0) return $"unmeasured of {bar} (unmeasured)";
        var worst = Verdicts.WorstOf(outcome.Services);
        var value = worst.Minutes is { } m ? $"{Numbers.Show(m)}m" : worst.AtLeast is { } least ? $"over {Numbers.Show(least)}m" : "unmeasured";
        return $"{value} of {bar} ({Word(worst.Verdict)})";
    }

    /// <summary>"1 unaccounted of 1000, age 3m of 5m (fail)".</summary>
    public static string Rpo(Outcome outcome)
    {
        if (outcome.Stores.Count == 0 || Verdicts.WorstOf(outcome.Stores) is not { Unaccounted: { } gap } worst) return $"unmeasured of 0 unaccounted ({Word(outcome.Rpo.Verdict)})";
        var age = worst is { DataAge: { } a, Target: { } most } ? $", age {Numbers.Show(a)}m of {Numbers.Show(most)}m" : "";
        var twice = worst.Duplicates > 0 ? $", {Numbers.Show(worst.Duplicates)} duplicate(s)" : "";
        return $"{Numbers.Show(gap)} unaccounted of {Numbers.Show(worst.Acked)}{twice}{age} ({Word(worst.Verdict)})";
    }

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}

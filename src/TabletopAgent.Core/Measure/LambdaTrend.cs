namespace TabletopAgent.Measure;

/// <summary>One round of a series, such as before, during and after an inject.</summary>
/// <param name="DeltaS">0 to 1.</param>
/// <param name="Hit">Whether the expected section was hit; null where not recorded.</param>
/// <param name="Anchor">ΔS of what was retrieved to the expected text, 0 to 1.</param>
internal sealed record Round(double DeltaS, bool? Hit = null, double? Anchor = null);

/// <summary>Where a series of ΔS is heading. Not to be confused with λ of a probe: upstream uses one sign for both. Fact sheet 1.3(b).</summary>
internal static class LambdaTrend
{
    /// <returns>One state a round; the first has none, for there is nothing before it.</returns>
    public static IReadOnlyList<LambdaState?> Of(IReadOnlyList<Round> rounds, Targets targets)
    {
        var means = Resonance.Means(rounds.Select(r => r.DeltaS).ToList(), targets);
        return rounds.Select((r, t) => t == 0 ? (LambdaState?)null : Step(rounds[t - 1], r, Numbers.Round(means[t] - means[t - 1]), targets)).ToList();
    }

    private static LambdaState Step(Round before, Round now, double mean, Targets targets)
    {
        var d = Numbers.Round(now.DeltaS - before.DeltaS);
        if (d > targets.TrendRise || Conflict(before, now, targets)) return LambdaState.Chaotic;
        if (d <= -targets.TrendStep && mean <= 0) return LambdaState.Convergent;
        if (Math.Abs(d) < targets.TrendStep && Math.Abs(mean) < targets.TrendStep) return LambdaState.Recursive;
        return LambdaState.Divergent;
    }

    /// <summary>The anchor was lost, and it moved far enough that this is no wobble.</summary>
    private static bool Conflict(Round before, Round now, Targets targets) =>
        before.Hit == true && now.Hit == false && Numbers.Round(now.Anchor - before.Anchor) is { } moved && Math.Abs(moved) >= targets.TrendStep;
}

namespace TabletopAgent.Measure;

/// <summary>Where ΔS is heading. Every phase that was recorded is one round of probes. For information: it gates nothing. Fact sheet 1.3(b), 1.4.</summary>
/// <param name="Medians">ΔS of each round, 0 to 1.</param>
/// <param name="Trend">λ trend of the medians, from the second round on.</param>
/// <param name="Resonance">Null under three rounds.</param>
/// <param name="Probes">λ trend of every probe that has a ΔS in each round, by id.</param>
internal sealed record Series(
    IReadOnlyList<Phase> Rounds, IReadOnlyList<double> Medians, IReadOnlyList<LambdaState> Trend, Resonance? Resonance,
    IReadOnlyDictionary<string, IReadOnlyList<LambdaState>> Probes)
{
    /// <returns>Null where there are no two rounds, or where they cannot be compared: some ΔS is missing, or of another kind or model.</returns>
    public static Series? Of(IReadOnlyList<PhaseBoard> phases, Targets targets)
    {
        if (phases.Count < 2 || !phases.All(p => Drift.Comparable(phases[0].DeltaS, p.DeltaS))) return null;
        var medians = phases.Select(p => p.DsMedian!.Value).ToList();
        var probes = phases[0].DeltaS.Probes.Select(p => p.Probe.Id).Distinct()
            .Select(id => (Id: id, Rounds: phases.Select(p => RoundOf(id, p)).OfType<Round>().ToList())).Where(p => p.Rounds.Count == phases.Count)
            .ToDictionary(p => p.Id, p => States(p.Rounds, targets), StringComparer.Ordinal);
        return new Series([.. phases.Select(p => p.Phase)], medians, States([.. medians.Select(m => new Round(m))], targets), Resonance.Of(medians, targets), probes);
    }

    private static IReadOnlyList<LambdaState> States(IReadOnlyList<Round> rounds, Targets targets) => [.. LambdaTrend.Of(rounds, targets).OfType<LambdaState>()];

    /// <summary>The expected section is hit where any of its text was retrieved.</summary>
    private static Round? RoundOf(string id, PhaseBoard phase)
    {
        if (phase.DeltaS.Probes.LastOrDefault(p => p.Probe.Id == id) is not { Value: { } ds } probe) return null;
        var found = Coverage.OfProbe(probe.Probe);
        return new Round(Numbers.Round(ds), (found.Presence ?? found.Value) is { } share ? share > 0 : null, Numbers.Round(probe.Anchor));
    }
}

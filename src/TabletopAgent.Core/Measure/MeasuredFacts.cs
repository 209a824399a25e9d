using TabletopAgent.Exercises;
using TabletopAgent.Facts;

namespace TabletopAgent.Measure;

/// <summary>What the probes and the index stamps say, as facts that rules and pages name in predicates. What is unmeasured is no fact.</summary>
internal static class MeasuredFacts
{
    /// <param name="indexes">The identities of the exercise; with fewer than two, those that the probes carry stand beside them.</param>
    public static List<Fact> Of(ProbeBoard board, IReadOnlyList<IndexIdentity> indexes, Targets targets)
    {
        var facts = new List<Fact>();
        if (board.Latest is { } latest) OfProbes(board, latest, targets, facts);
        var compared = indexes.Count >= 2 ? indexes : [.. indexes, .. Carried(board)];
        if (compared.Count >= 2) OfIndexes(compared, facts);
        return facts;
    }

    /// <summary>The identities in the <c>exercise</c> events of a log.</summary>
    public static List<IndexIdentity> Indexes(IEnumerable<Event> events, List<Note> notes) => events
        .Where(e => e.Type == "exercise" && e.Fields.ContainsKey("index")).SelectMany(e => IndexReader.Read(e.Fields["index"], e.Place, notes)).ToList();

    private static void OfProbes(ProbeBoard board, PhaseBoard latest, Targets targets, List<Fact> facts)
    {
        var place = latest.Probes[0].Place;
        var comparable = board.Before is { } b && Drift.Comparable(b.DeltaS, latest.DeltaS) ? board.Before : null;
        var phase = latest.Phase.ToString().ToLowerInvariant();
        void Add(string name, double? value, bool reported, string quote, double? before = null)
        {
            if (value is { } v) facts.Add(new Fact(name, v, null, reported ? Source.Reported : Source.Measured, place, quote, before));
        }

        var ds = latest.DeltaS;
        Add("delta_s", ds.Median, ds.Kind == DeltaSKind.Reported, $"median of {ds.Probes.Count} {phase} probe(s)", comparable?.DsMedian);
        Add(
            "coverage", latest.CoverageMedian, latest.Coverage.Probes.Any(p => p.Basis == CoverageBasis.Reported),
            $"median of {latest.N} {phase} probe(s)", board.Before?.CoverageMedian);
        Add(
            "convergent_rate", latest.ConvergentRate, latest.Lambda.Probes.Any(p => p.Reported),
            $"share of → over the runs of {latest.N} {phase} probe(s)", board.Before?.ConvergentRate);
        var (drift, between) = LargestDrift(board, latest, targets);
        Add("drift", drift, ds.Kind == DeltaSKind.Reported, $"median ΔS between {between}");
        Add("anchor_decoy_gap", ds.AnchorDecoyGap, false, $"ΔS to the decoy minus ΔS to the expected text, median of {phase} probes");
        Add("k_gain", ds.KGain, false, $"ΔS at k=5 minus ΔS at k=20, median of {phase} probes");
    }

    /// <summary>The largest of: before and after, and any two colours or regions of the latest phase with enough probes each to have a median.</summary>
    private static (double? Drift, string Between) LargestDrift(ProbeBoard board, PhaseBoard latest, Targets targets)
    {
        var found = new List<(double? Drift, string Between)>();
        if (board.Before is { } before) found.Add((Drift.Between(before.DeltaS, latest.DeltaS), "before and after"));
        found.AddRange(Pairs(latest, p => p.Color, targets));
        found.AddRange(Pairs(latest, p => p.Region, targets));
        return found.Where(f => f.Drift is not null).OrderByDescending(f => f.Drift).FirstOrDefault();
    }

    private static IEnumerable<(double? Drift, string Between)> Pairs(PhaseBoard latest, Func<Probe, string?> by, Targets targets)
    {
        var groups = latest.Probes.GroupBy(by).Where(g => g.Key is not null && g.Count() >= targets.Provisional).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Name: g.Key!, Batch: DeltaSBatch.Of(g, targets))).ToList();
        for (var i = 0; i < groups.Count; i++)
            for (var j = i + 1; j < groups.Count; j++)
                yield return (Drift.Between(groups[i].Batch, groups[j].Batch), $"{groups[i].Name} and {groups[j].Name}");
    }

    /// <summary>Family, metric and analyzer as the probes name them: no hash, so they can show a mismatch but never equality.</summary>
    private static IEnumerable<IndexIdentity> Carried(ProbeBoard board) => board.Phases.SelectMany(p => p.Probes)
        .Where(p => p.Family is not null || p.Metric is not null || p.Analyzer is not null)
        .Select(p => new IndexIdentity(
            p.Place, p.Family, p.Metric is { } m ? IndexIdentity.Canonical(m) : null, p.Analyzer?.ToLowerInvariant(), EmbedModel: p.EmbedModel))
        .DistinctBy(i => $"{i.Family}\n{i.Metric}\n{i.Analyzer}\n{i.EmbedModel}");

    private static void OfIndexes(IReadOnlyList<IndexIdentity> indexes, List<Fact> facts)
    {
        var pairs = indexes.SelectMany((a, i) => indexes.Skip(i + 1).Select(b => IndexComparison.Of(a, b)));
        var worst = pairs.MaxBy(p => p.Result)!;
        var names = string.Join(" and ", indexes.Select(i => i.Family ?? "unnamed").Distinct());
        var place = indexes[^1].Place;
        void Add(string name, string word, string quote) => facts.Add(new Fact(name, null, word, Source.Measured, place, quote));

        Add("index_identity", worst.Result == IndexResult.IntentionalVersion ? "intentional" : worst.Result.ToString().ToLowerInvariant(), $"{names}: {worst}");
        foreach (var field in IndexIdentity.Fields)
        {
            var values = indexes.Select(i => i[field]).ToList();
            var known = values.OfType<string>().Distinct().ToList();
            var word = known.Count > 1 ? "mismatch" : values.Contains(null) ? "unknown" : "equal";

            // What an intended version brings along is neither equal nor a fault: no fact.
            if (word == "mismatch" && worst.Result == IndexResult.IntentionalVersion) continue;
            Add($"index_{field}", word, $"{names}: {field} {(known.Count == 0 ? "not given" : string.Join(" and ", known))}");
        }
    }
}

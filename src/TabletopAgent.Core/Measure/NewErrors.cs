namespace TabletopAgent.Measure;

/// <summary>Classes of errors seen since stable that were not there before: at headers or body they count, elsewhere they are worth a word.</summary>
internal sealed class NewErrors(ErrorRows errors, Charter charter, IReadOnlyList<ServiceRto> services, Targets targets)
{
    public Measurement Judge(List<Finding> findings)
    {
        var declared = charter.Baselines.Where(b => b.ErrorClasses is not null).ToList();
        var known = declared.SelectMany(b => b.ErrorClasses!).ToHashSet(StringComparer.Ordinal);
        var (seen, early) = Seen();
        if (declared.Count == 0 && early.Count == 0)
            return Say(Verdict.Unmeasured, null, "no error_classes stand in the baseline ([] where there were none), so none can be called new");

        var fresh = seen.Where(s => s.Value.Count >= targets.ErrorClassCount && !early.Contains(s.Key) && !known.Contains(errors.Signatures[s.Key]))
            .Select(s => (Signature: errors.Signatures[s.Key], s.Value.Count, s.Value.First)).OrderBy(s => s.Signature, StringComparer.Ordinal).ToList();
        var main = fresh.FindAll(f => ErrorRows.Stage(f.Signature) is "headers" or "body");
        foreach (var f in fresh.Except(main))
            findings.Add(new Finding($"error-class:{f.Signature}", "ops", $"A new class of errors since stable: {f.Signature}, {Numbers.Show(f.Count)} times.", [f.First.Place.ToString()]));
        return main.Count == 0
            ? Say(Verdict.Pass, 0, "no class of errors at headers or body is new")
            : Say(Verdict.Fail, main.Count, $"new at headers or body since stable: {Spell.Some([.. main.Select(m => $"{m.Signature} ({Numbers.Show(m.Count)} times)")])}", [.. main.Select(m => m.First.Place)]);
    }

    /// <summary>What was seen since stable, and what before anything broke.</summary>
    private (Dictionary<int, (double Count, ErrorRow First)> Seen, HashSet<int> Early) Seen()
    {
        var impact = services.Min(s => s.Start);
        var all = services.Max(s => s.Stable)!.Value;
        var stable = services.ToDictionary(s => s.Service, s => s.Stable!.Value, StringComparer.Ordinal);
        var (seen, early) = (new Dictionary<int, (double Count, ErrorRow First)>(), new HashSet<int>());
        foreach (var row in errors.Rows)
        {
            if (row.At < impact) early.Add(row.Signature);
            if (row.At < (row.Service is { } s && stable.TryGetValue(s, out var own) ? own : all)) continue;
            var (count, first) = seen.GetValueOrDefault(row.Signature, (0, row));
            seen[row.Signature] = (count + row.Count, (row.At, row.Place.Line).CompareTo((first.At, first.Place.Line)) < 0 ? row : first);
        }

        return (seen, early);
    }

    private static Measurement Say(Verdict verdict, double? value, string reason, params Place[] evidence) => Ops.Part("error classes", verdict, value, 0, "new classes", reason, evidence);
}

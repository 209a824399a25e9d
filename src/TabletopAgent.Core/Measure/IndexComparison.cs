namespace TabletopAgent.Measure;

/// <summary>How two indexes stand to each other, in the order in which one outranks the other when several pairs are compared.</summary>
internal enum IndexResult
{
    Equal,

    /// <summary>Another version, and somebody said it is meant to be.</summary>
    IntentionalVersion,

    /// <summary>Too little is known; this is no pass.</summary>
    Unknown,
    Mismatch,
}

/// <summary>Two identities compared field by field. Fact sheet 1.5.</summary>
/// <param name="Differ">Fields that differ, also where the difference is intended.</param>
/// <param name="Missing">Stamps that one side does not give: family, hash, metric, analyzer.</param>
internal sealed record IndexComparison(IndexResult Result, IReadOnlyList<string> Differ, IReadOnlyList<string> Missing)
{
    /// <summary>What a new version may bring along. Metric and analyzer are not among them: they must be equal whatever the hash says.</summary>
    private static readonly string[] ComesWithAVersion = ["version", "hash", "dim", "embed_model", "reranker", "normalize"];

    public static IndexComparison Of(IndexIdentity a, IndexIdentity b)
    {
        var differ = new List<string>();
        var missing = new List<string>();
        if (a.Parts is { } x && b.Parts is { } y)
        {
            if (x.Corpus != y.Corpus) differ.Add("corpus");
            if (x.Version != y.Version) differ.Add("version");
        }
        else missing.Add("family");

        foreach (var field in IndexIdentity.Fields)
        {
            if (a[field] is not null && b[field] is not null)
            {
                if (a[field] != b[field]) differ.Add(field);
            }
            else if (field is "hash" or "metric" or "analyzer") missing.Add(field);
        }

        // Intent excuses a new version, and only where the version number says that it is one.
        var intended = (a.Intentional || b.Intentional) && differ.Contains("version");
        var result = differ.Any(f => !intended || !ComesWithAVersion.Contains(f)) ? IndexResult.Mismatch
            : missing.Count > 0 ? IndexResult.Unknown
            : intended ? IndexResult.IntentionalVersion
            : IndexResult.Equal;
        return new IndexComparison(result, differ, missing);
    }

    public override string ToString() => Result switch
    {
        IndexResult.Mismatch => $"Mismatch({string.Join(", ", Differ)})",
        IndexResult.Unknown => $"Unknown({string.Join(", ", Missing)})",
        _ => Result.ToString(),
    };
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Measure;

/// <summary>What an index is, field by field. A field nobody gave is null and counts as unknown. Fact sheet 1.5.</summary>
/// <param name="Family">As given, such as <c>docs-v3-green</c>.</param>
/// <param name="Metric">cosine, inner_product or l2 where an alias is known, else as given.</param>
/// <param name="Intentional">Somebody said that this version is meant to differ.</param>
internal sealed partial record IndexIdentity(
    Place Place, string? Family = null, string? Metric = null, string? Analyzer = null, string? Hash = null, string? Dim = null,
    string? EmbedModel = null, string? Reranker = null, string? Normalize = null, bool Intentional = false)
{
    /// <summary>The fields that are compared, in the order they are reported. The first three are the stamps no comparison can do without.</summary>
    public static readonly string[] Fields = ["hash", "metric", "analyzer", "dim", "embed_model", "reranker", "normalize"];

    public string? this[string field] => field switch
    {
        "family" => Family,
        "hash" => Hash,
        "metric" => Metric,
        "analyzer" => Analyzer,
        "dim" => Dim,
        "embed_model" => EmbedModel,
        "reranker" => Reranker,
        "normalize" => Normalize,
        _ => null,
    };

    /// <summary>Corpus, version and colour of a family written <c>corpus-v3-green</c>; null where it is written otherwise.</summary>
    public (string Corpus, int Version, string Color)? Parts =>
        Family is { } f && FamilyForm().Match(f) is { Success: true } m
        && int.TryParse(m.Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (m.Groups["corpus"].Value, version, m.Groups["color"].Value.ToLowerInvariant())
            : null;

    /// <summary>One of the names of a metric, or the word as it is.</summary>
    public static string Canonical(string metric) => metric.ToLowerInvariant() switch
    {
        "cos" or "cosine" or "cosine_similarity" => "cosine",
        "ip" or "dot" or "dotproduct" or "dot_product" or "inner_product" or "innerproduct" => "inner_product",
        "l2" or "euclidean" or "euclid" => "l2",
        var other => other,
    };

    /// <summary>The same identity with one more field; null where the field is not one of an index.</summary>
    public IndexIdentity? With(string field, string value) => field.ToLowerInvariant() switch
    {
        "family" or "index_family" or "index" => this with { Family = value },
        "metric" or "retriever_metric" => this with { Metric = Canonical(value) },
        "analyzer" or "analyser" => this with { Analyzer = value.ToLowerInvariant() },
        "hash" or "index_hash" => this with { Hash = value },
        "dim" or "dimension" or "embed_dim" => this with { Dim = value },
        "model" or "embed_model" or "embedmodel" or "embed_model_ver" => this with { EmbedModel = value },
        "reranker" or "rerank_conf" => this with { Reranker = value },
        "normalize" or "norm" or "normalized" => this with { Normalize = value.ToLowerInvariant() },
        "intentional" => this with { Intentional = value.Equals("true", StringComparison.OrdinalIgnoreCase) },
        "color" or "colour" => this,
        _ => null,
    };

    [GeneratedRegex(@"^(?<corpus>.+)-v(?<version>\d{1,9})-(?<color>[A-Za-z]+)$", RegexOptions.CultureInvariant)]
    public static partial Regex FamilyForm();
}

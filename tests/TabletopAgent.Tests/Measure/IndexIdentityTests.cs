using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class IndexIdentityTests
{
    [Theory]
    [InlineData("cos", "cosine")]
    [InlineData("Cosine", "cosine")]
    [InlineData("ip", "inner_product")]
    [InlineData("dot", "inner_product")]
    [InlineData("inner_product", "inner_product")]
    [InlineData("euclidean", "l2")]
    [InlineData("hamming", "hamming")]
    public void A_metric_has_one_name(string alias, string metric) => Assert.Equal(metric, IndexIdentity.Canonical(alias));

    [Theory]
    [InlineData("docs-v3-green", "docs", 3, "green")]
    [InlineData("hr-policies-v12-Blue", "hr-policies", 12, "blue")]
    public void A_family_is_corpus_version_and_colour(string family, string corpus, int version, string color) =>
        Assert.Equal((corpus, version, color), new IndexIdentity(default, family).Parts);

    [Theory]
    [InlineData("docs-green")]
    [InlineData("docs-v3")]
    [InlineData("docs-vx-green")]
    [InlineData("docs-v99999999999-green")]
    [InlineData(null)]
    public void Anything_else_has_no_parts(string? family) => Assert.Null(new IndexIdentity(default, family).Parts);
}

using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class IndexComparisonTests
{
    private static IndexIdentity Line(string line) => IndexReader.Line(line, default, []);

    /// <summary>Fact sheet 7, with the stamps it leaves unsaid given alike on both sides. <c>hash</c> is upstream's INDEX_HASH.</summary>
    [Theory]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v3-green hash=a metric=cosine analyzer=porter", "Mismatch(analyzer)")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v4-green hash=b metric=cosine analyzer=icu intentional=true", "IntentionalVersion")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v3-green metric=cosine analyzer=icu", "Unknown(hash)")]
    public void The_golden_vectors_hold(string a, string b, string result) => Assert.Equal(result, IndexComparison.Of(Line(a), Line(b)).ToString());

    [Theory]
    [InlineData("docs-v3-blue hash=a metric=cos analyzer=icu", "docs-v3-green hash=a metric=cosine analyzer=ICU", "Equal")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v3-green hash=b metric=cosine analyzer=icu", "Mismatch(hash)")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v4-green hash=b metric=cosine analyzer=icu", "Mismatch(version, hash)")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v3-green hash=b metric=cosine analyzer=icu intentional=true", "Mismatch(hash)")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v4-green hash=b metric=l2 analyzer=icu intentional=true", "Mismatch(version, hash, metric)")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu model=x", "docs-v4-green hash=b metric=cosine analyzer=icu model=y intentional", "IntentionalVersion")]
    [InlineData("docs-v3-blue hash=a metric=cosine analyzer=icu", "faq-v3-green hash=a metric=cosine analyzer=icu", "Mismatch(corpus)")]
    [InlineData("docs hash=a metric=cosine analyzer=icu", "docs-v3-green hash=a metric=cosine analyzer=icu", "Unknown(family)")]
    [InlineData("docs-v3-blue metric=cosine", "docs-v3-green metric=l2", "Mismatch(metric)")] // proof of a difference outweighs what is missing
    [InlineData("", "", "Unknown(family, hash, metric, analyzer)")]
    public void Fields_decide_one_by_one(string a, string b, string result) => Assert.Equal(result, IndexComparison.Of(Line(a), Line(b)).ToString());

    [Property]
    public bool Which_side_comes_first_does_not_matter(int v, int w, string? hash, string? other, bool intentional)
    {
        var (a, b) = (new IndexIdentity(default, $"docs-v{v}-blue", "cosine", "icu", hash), new IndexIdentity(default, $"docs-v{w}-green", "cosine", "icu", other, Intentional: intentional));
        return IndexComparison.Of(a, b).ToString() == IndexComparison.Of(b, a).ToString();
    }
}

using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(new[] { 0.3, 0.1, 0.2 }, 0.2)]
    [InlineData(new[] { 0.4, 0.1, 0.2, 0.3 }, 0.25)] // (0.2 + 0.3) / 2
    [InlineData(new[] { 0.7 }, 0.7)]
    public void Median_is_the_middle_or_the_mean_of_the_two_middle_ones(double[] values, double median) => Assert.Equal(median, Numbers.Median(values)!.Value, 12);

    [Theory]
    [InlineData(1, 1)] // ceil(0.9 · 1) = 1
    [InlineData(10, 9)] // ceil(9.0) = 9
    [InlineData(11, 10)] // ceil(9.9) = 10
    [InlineData(50, 45)]
    public void P90_is_the_value_at_the_nearest_rank(int n, double rank) => Assert.Equal(rank, Numbers.P90(Enumerable.Range(1, n).Select(i => (double)i)));

    [Fact]
    public void Nothing_has_no_median_and_no_percentile()
    {
        Assert.Null(Numbers.Median([]));
        Assert.Null(Numbers.P90([]));
        Assert.Null(Numbers.Max([]));
    }

    [Property]
    public bool Median_is_at_most_p90_is_at_most_max(NormalFloat first, NormalFloat[] rest)
    {
        var values = rest.Append(first).Select(v => v.Get).ToArray();
        return Numbers.P90(values) <= Numbers.Max(values) && (values.Length % 2 == 0 || Numbers.Median(values) <= Numbers.P90(values));
    }

    [Fact]
    public void Numbers_are_shown_with_a_point_in_every_culture()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            Assert.Equal("0.4501", Numbers.Show(0.45012));
            Assert.Equal("none", Numbers.Show(null));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }
}

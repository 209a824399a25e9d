using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(320)]
    [InlineData(91.5)]
    [InlineData(92.3)]
    [InlineData(-0.125)]
    [InlineData(0.1234567)]
    [InlineData(1073741.823)]
    [InlineData(1073741.824)]
    [InlineData(-1073741.824)]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    [InlineData(double.NaN)]
    public void Every_figure_comes_back_to_the_bit(double figure)
    {
        var figures = new Figures();
        figures.Pack(0.00001);
        Assert.Equal(BitConverter.DoubleToInt64Bits(figure), BitConverter.DoubleToInt64Bits(figures.Of(figures.Pack(figure))));
    }
}

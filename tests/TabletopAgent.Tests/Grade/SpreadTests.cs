using FsCheck.Xunit;
using TabletopAgent.Grade;

namespace TabletopAgent.Tests.Grade;

public sealed class SpreadTests
{
    /// <summary>Worked by hand: of ten, the ninth is the 90th percentile by nearest rank.</summary>
    [Fact]
    public void Median_and_p90() => Assert.Equal(new Spread(10, 1, 5.5, 9, 10), Spread.Of([10, 1, 2, 3, 9, 8, 4, 5, 6, 7]));

    [Fact]
    public void One_value_is_all_of_them() => Assert.Equal(new Spread(1, 42, 42, 42, 42), Spread.Of([42]));

    [Fact]
    public void No_value_is_not_zero() => Assert.Equal(new Spread(0, null, null, null, null), Spread.Of([]));

    [Property]
    public void The_order_is_nothing(int[] values) =>
        Assert.Equal(Spread.Of(values.Select(v => (double)v)), Spread.Of(values.Reverse().Select(v => (double)v)));
}

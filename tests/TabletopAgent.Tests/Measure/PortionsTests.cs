using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class PortionsTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(16384)]
    [InlineData(40000)]
    public void What_was_added_stands_where_it_was_put(int count)
    {
        var numbers = new Portions<int>();
        for (var i = 0; i < count; i++) numbers.Add(i);
        Assert.Equal(count, numbers.Count);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i, numbers[i]));
    }

    [Fact]
    public void What_is_dropped_makes_room()
    {
        var numbers = new Portions<int>();
        for (var i = 0; i < 20; i++) numbers.Add(i);
        numbers.Drop(5);
        numbers.Add(99);
        Assert.Equal((16, 99), (numbers.Count, numbers[15]));
    }
}

using FsCheck.Xunit;
using TabletopAgent.Text;

namespace TabletopAgent.Tests.Text;

public sealed class KeyTableTests
{
    [Property(MaxTest = 50)]
    public bool Keys_are_numbered_in_the_order_they_come(ulong[] few)
    {
        // Many keys that fall on few slots, beside those drawn.
        var keys = few.Concat(Enumerable.Range(0, 1000).Select(i => (ulong)(i % 300) << 40)).ToList();
        var table = new KeyTable();
        var numbers = keys.Select(k => table.Add(k, out _)).ToList();
        var distinct = keys.Distinct().ToList();
        return table.Count == distinct.Count && table.Keys.ToArray().SequenceEqual(distinct) && numbers.Select(n => distinct[n]).SequenceEqual(keys);
    }

    [Fact]
    public void A_key_is_new_once()
    {
        var table = new KeyTable();
        Assert.Equal(0, table.Add(0, out var first));
        Assert.Equal(0, table.Add(0, out var second));
        Assert.True(first);
        Assert.False(second);
    }
}

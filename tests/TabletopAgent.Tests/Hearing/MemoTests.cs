using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

public sealed class MemoTests
{
    private int _made;

    private string Make(string text)
    {
        _made++;
        return text.ToUpperInvariant();
    }

    [Fact]
    public void The_same_text_is_worked_out_once()
    {
        var memo = new Memo<string>();
        Assert.Equal("A", memo.Of("a", Make));
        Assert.Equal("A", memo.Of("a", Make));
        Assert.Equal("B", memo.Of("b", Make));
        Assert.Equal(2, _made);
    }

    [Fact]
    public void A_long_text_is_not_kept()
    {
        var memo = new Memo<string>();
        var text = new string('x', 1001);
        memo.Of(text, Make);
        memo.Of(text, Make);
        Assert.Equal(2, _made);
    }

    [Fact]
    public void What_is_too_much_is_forgotten_and_answers_stay_right()
    {
        var memo = new Memo<string>();
        for (var i = 0; i < 4097; i++) Assert.Equal($"A{i}", memo.Of($"a{i}", Make));
        Assert.Equal("A0", memo.Of("a0", Make));
        Assert.Equal(4098, _made);
    }
}

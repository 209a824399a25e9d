using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Facts;

public sealed class MentionTests
{
    [Theory]
    [InlineData("22 percent", Unit.Percent, 22)]
    [InlineData("22%", Unit.Percent, 22)]
    [InlineData("one in five", Unit.Share, 20)]
    [InlineData("31/200", Unit.Share, 15.5)]
    [InlineData("5x", Unit.Factor, 5)]
    [InlineData("doubled", Unit.Factor, 2)]
    [InlineData("halved", Unit.Factor, 0.5)]
    [InlineData("910 ms", Unit.Seconds, 0.91)]
    [InlineData("47min", Unit.Seconds, 2820)]
    [InlineData("14:10", Unit.Clock, 850)]
    [InlineData("503", Unit.Status, 503)]
    [InlineData("2,400", Unit.None, 2400)]
    [InlineData("half an hour", Unit.Seconds, 1800)]
    [InlineData("a quarter of an hour", Unit.Seconds, 900)]
    [InlineData("three quarters of an hour", Unit.Seconds, 2700)]
    public void A_number_keeps_the_unit_it_was_said_in(string text, object unit, double value)
    {
        var mention = Assert.Single(Mentions.In(text));
        Assert.Equal(((Unit)unit, value), (mention.Unit, Math.Round(mention.Value, 6)));
    }

    [Theory]
    [InlineData("91 -> 62", 91, 62)]
    [InlineData("from 320 ms to 910 ms", 0.32, 0.91)]
    [InlineData("0.38 → 0.66", 0.38, 0.66)]
    public void A_pair_is_one_mention_with_its_earlier_value(string text, double before, double value)
    {
        var mention = Assert.Single(Mentions.In(text));
        Assert.Equal((before, value), (Math.Round(mention.Before!.Value, 6), Math.Round(mention.Value, 6)));
    }
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class ZoneTests
{
    [Theory]
    [InlineData("PST", "2017-10-17", true)]
    [InlineData("PST", "2018-01-04", false)]
    [InlineData("CEST", "2018-03-26", false)]
    [InlineData("PT", "2017-10-17", false)]
    public void Letters_can_be_out_of_season(string name, string day, bool expected) =>
        Assert.Equal(expected, Zones.Find(name)!.OutOfSeason(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Property]
    public Property There_and_back_is_the_same_minute(DateTime day)
    {
        var local = new DateTime(2000 + Math.Abs(day.Year % 50), 1 + day.Month % 12, 1 + day.Day % 28, 12, day.Minute, 0);
        var zone = Zones.Find("Europe/London")!;
        return (zone.ToLocal(zone.ToUtc(local)) == local).ToProperty();
    }

    [Theory]
    [InlineData(0, "UTC")]
    [InlineData(-240, "UTC-04:00")]
    [InlineData(345, "UTC+05:45")]
    public void An_offset_has_a_name(int minutes, string name) => Assert.Equal(name, Zone.Of(TimeSpan.FromMinutes(minutes)).Name);

    [Fact]
    public void The_ends_of_time_do_not_throw()
    {
        var zone = Zone.Of(TimeSpan.FromHours(5));
        Assert.Equal(DateTime.MinValue.Ticks, zone.ToUtc(DateTime.MinValue).Ticks);
        Assert.Equal(DateTime.MaxValue.Ticks, zone.ToLocal(DateTimeOffset.MaxValue).Ticks);
    }
}

using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class ZonesTests
{
    /// <summary>The offset that the clock on the wall has on that day, in hours.</summary>
    [Theory]
    [InlineData("UTC", "2024-07-01", 0)]
    [InlineData("PST", "2024-07-01", -7)]
    [InlineData("PST", "2024-01-01", -8)]
    [InlineData("PT", "2024-07-01", -7)]
    [InlineData("US/Pacific", "2024-07-01", -7)]
    [InlineData("UC/Pacific", "2024-07-01", -7)]
    [InlineData("Denver", "2024-07-01", -6)]
    [InlineData("CET", "2024-06-01", 2)]
    [InlineData("BST", "2024-06-01", 1)]
    [InlineData("Europe/London", "2024-01-01", 0)]
    [InlineData("PST (UTC-7)", "2024-01-01", -7)]
    [InlineData("UTC+5:30", "2024-01-01", 5.5)]
    [InlineData("GMT-3", "2024-01-01", -3)]
    [InlineData("+02:00", "2024-01-01", 2)]
    public void Knows_what_people_call_zones(string name, string day, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Zones.Find(name)!.Offset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("the moon")]
    [InlineData("UTC+99")]
    [InlineData("at noon")]
    public void What_is_no_zone_is_none(string name) => Assert.Null(Zones.Find(name));

    [Theory]
    [InlineData("IST", "Europe/Dublin or Asia/Jerusalem")]
    [InlineData("CST", "Asia/Shanghai")]
    [InlineData("CET", null)]
    public void Says_what_else_the_letters_may_mean(string name, string? others) => Assert.Equal(others, Zones.Ambiguous(name));

    [Fact]
    public void Words_that_are_plain_English_are_no_zones()
    {
        Assert.False(Zones.Known("est"));
        Assert.False(Zones.Known("Wet"));
        Assert.True(Zones.Known("EST"));
    }
}

using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class InstantTests
{
    /// <summary>27 March 2024 10:02:00 UTC is 1711533720.</summary>
    [Theory]
    [InlineData("1711533720.000200")]
    [InlineData("1711533720")]
    [InlineData("1711533720000")]
    [InlineData("1711533720000000")]
    public void Reads_seconds_and_finer(string text)
    {
        var stamp = Instant.Read(text)!;
        Assert.Equal((2024, 3, 27, 10, 2, "UTC"), (stamp.Year, stamp.Month, stamp.Day, stamp.Hour, stamp.Minute, stamp.Zone));
    }

    [Theory]
    [InlineData("2019-06-08T15:50:16.696817", null)]
    [InlineData("2024-04-02T16:04:11.000Z", "Z")]
    [InlineData("2019-02-20T12:00:19.418-06:00", "-06:00")]
    public void Reads_what_programs_write(string text, string? zone) => Assert.Equal(zone, Instant.Read(text)!.Zone);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("soon")]
    [InlineData("1e400")]
    public void What_is_no_moment_is_none(string? text) => Assert.Null(Instant.Read(text));
}

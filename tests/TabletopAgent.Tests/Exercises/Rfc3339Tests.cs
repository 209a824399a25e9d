using System.Text;
using FsCheck.Xunit;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-05-04T14:10:00Z", "2026-05-04T14:10:00.0000000")]
    [InlineData("2026-05-04T14:10:00.5Z", "2026-05-04T14:10:00.5000000")]
    [InlineData("2026-05-04T14:10:00.1234567Z", "2026-05-04T14:10:00.1234567")]
    [InlineData("2026-05-04T14:10:00+02:00", "2026-05-04T12:10:00.0000000")]
    [InlineData("2026-05-04T14:10:00.25-05:30", "2026-05-04T19:40:00.2500000")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000")]
    public void Times_as_programs_write_them_are_read(string text, string utc)
    {
        Assert.True(Rfc3339.TryRead(Encoding.UTF8.GetBytes(text), out var at));
        Assert.Equal((utc, TimeSpan.Zero), (at.ToString("yyyy-MM-ddTHH:mm:ss.fffffff"), at.Offset));
    }

    [Theory]
    [InlineData("2026-05-04T14:10Z")]
    [InlineData("2026-05-04 14:10:00Z")]
    [InlineData("2026-05-04T14:10:00")]
    [InlineData("2026-02-29T14:10:00Z")]
    [InlineData("2026-13-04T14:10:00Z")]
    [InlineData("2026-05-04T24:00:00Z")]
    [InlineData("2026-05-04T14:10:60Z")]
    [InlineData("2026-05-04T14:10:00.Z")]
    [InlineData("2026-05-04T14:10:00.12345678Z")]
    [InlineData("2026-05-04T14:10:00+25:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("")]
    public void Others_are_left_to_the_lenient_reader(string text) => Assert.False(Rfc3339.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Property]
    public void What_both_read_they_read_the_same(DateTimeOffset time, bool utc)
    {
        var text = utc ? time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ") : time.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz");
        if (!Rfc3339.TryRead(Encoding.UTF8.GetBytes(text), out var fast)) return;
        Assert.True(EventReader.TryTime(text, out var slow));
        Assert.Equal((slow, slow.Offset), (fast, fast.Offset));
    }
}

using TabletopAgent.Import.Forms;

namespace TabletopAgent.Tests.Import.Forms;

public sealed class CsvTimelineTests
{
    [Theory]
    [InlineData("time,what\n10:00,down\n", true)]
    [InlineData("sep=;\nDate;Event\n", true)]
    [InlineData("id,started_at,resolved_at\n", true)]
    [InlineData("name,age\nAda,3\n", false)]
    [InlineData("At the time, nobody knew what it was, and so we waited for a very long time indeed\n", false)]
    [InlineData("# Title\n", false)]
    public void Is_known_by_its_head(string text, bool expected) => Assert.Equal(expected, CsvTimeline.Is(text));

    [Fact]
    public void A_head_alone_is_nothing() => Assert.Empty(CsvTimeline.Read("x.csv", "time,what\n"));
}

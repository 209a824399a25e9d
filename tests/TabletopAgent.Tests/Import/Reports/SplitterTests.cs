using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class SplitterTests
{
    [Theory]
    [InlineData("## A\n\n- First detected 2024-01-01 10:00\n- Resolved 2024-01-01 11:00\n\n## B\n\n- First detected 2024-02-01 10:00\n- Resolved 2024-02-01 11:00\n", 2)]
    [InlineData("## A\n\n- First detected 2024-01-01 10:00\n- Resolved 2024-01-01 11:00\n\n## Timeline\n\n- 10:00 down\n- 10:30 half\n- 11:00 up\n", 1)]
    [InlineData("## Timeline\n\n### 2024-01-01\n\n- 10:00 a\n- 11:00 b\n- 12:00 c\n\n### 2024-01-02\n\n- 10:00 d\n- 11:00 e\n- 12:00 f\n", 1)]
    [InlineData("### May 3, 2024 - cache\n\n- 10:00 a\n- 11:00 b\n- 12:00 c\n\n### May 9, 2024 - disk\n\n- 10:00 d\n- 11:00 e\n- 12:00 f\n", 2)]
    public void Several_incidents_have_each_their_own_times(string text, int parts) => Assert.Equal(parts, Splitter.Split(ReportLines.Of(text)).Count);
}

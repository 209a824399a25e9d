namespace TabletopAgent.Tests.Import;

public sealed class StartFromFigureTests
{
    [Theory]
    [InlineData("11m", "impact 11:22, detected 11:24, mitigated 11:33")]
    [InlineData("9m", "detected 11:24, mitigated 11:33")]
    [InlineData("40m", "detected 11:24, mitigated 11:33")]
    public void A_figure_that_reaches_back_to_an_entry_counts_from_the_start(string figure, string expected) =>
        Assert.Equal(expected, Document.Times(Document.Keys("First detected @11:24", "Repaired @11:33", $"**Time to repair**: {figure}")
            + "\n## Timeline\n\n- 2024-03-04 11:19 Pipeline resumed\n- 2024-03-04 11:22 Route tables gone\n- 2024-03-04 11:24 Alarm\n"));
}

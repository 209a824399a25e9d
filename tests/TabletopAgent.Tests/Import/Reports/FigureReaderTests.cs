using TabletopAgent.Import;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("- **Time to repair**: 0h 38m", "repair 38")]
    [InlineData("- Time to recovery:  10 minutes", "repair 10")]
    [InlineData("| MTTR | 45 min |", "repair 45")]
    [InlineData("## Duration\n\n2 hours", "duration 120")]
    [InlineData("The issue lasted 5 hours and 26 minutes", "duration 326")]
    [InlineData("Flags went down for about 3 hours, from 15:30 to 18:10 UTC", "duration 180")]
    [InlineData("requiring customer reports (62-minute detection delay)", "detect 62")]
    [InlineData("- **Time to repair**: ?", "")]
    [InlineData("- **Time to resolve**: N/A", "")]
    [InlineData("## Action items\n\n- Downtime: 5 minutes at most", "")]
    public void Finds_what_a_document_states(string text, string expected)
    {
        var found = new List<Figure>();
        FigureReader.Read(ReportLines.Of(text), found);
        Assert.Equal(expected, string.Join(", ", found.Select(f => $"{f.Kind} {f.Length.Minutes}")));
    }

    [Fact]
    public void A_field_outranks_a_sentence()
    {
        var found = new List<Figure>();
        FigureReader.Read(ReportLines.Of("It was unavailable for 27 minutes, which lasted 27 minutes.\n\n- **Time to repair**: 30m\n"), found);
        Assert.Equal("repair", Assert.Single(found).Kind);
    }
}

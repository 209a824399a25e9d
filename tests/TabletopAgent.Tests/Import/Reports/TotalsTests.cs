using TabletopAgent.Import;
using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class TotalsTests
{
    [Theory]
    [InlineData("The incidents total over 5 hours of impact.", true)]
    [InlineData("The incidents total 3 hours of impact.", false)]
    [InlineData("Nobody slept for 5 hours.", false)]
    public void A_sum_must_be_that_of_its_parts(string text, bool wrong)
    {
        // One hour and two hours are three.
        var drafts = new[] { "1h", "2h" }.Select(f =>
        {
            var draft = new Draft("x.md", "report", 1);
            draft.Figures.Add(new Figure("duration", 1, Durations.In(f)!.Value, f, Firm: true));
            return draft;
        }).ToList();
        Totals.Check(ReportLines.Of(text), drafts);
        Assert.Equal(wrong, drafts[0].Findings.Exists(f => f.Kind == "duration"));
    }
}

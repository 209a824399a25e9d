using TabletopAgent.Import.Checks;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Checks;

public sealed class DurationCheckTests
{
    [Theory]
    [InlineData("**Time to repair**: 1h 10m", "")]
    [InlineData("**Time to repair**: 40m", "")]
    [InlineData("**Time to repair**: 35m", "")]
    [InlineData("**Time to repair**: 41m", "")]
    [InlineData("**Time to repair**: 43m", "ttr")]
    [InlineData("**Time to resolve**: 5h 30m", "")]
    [InlineData("**Time to resolve**: 4h 20m", "basis")]
    [InlineData("**Time to resolve**: 3h", "basis")]
    [InlineData("**Time to resolve**: 3h (during support hours 10:00-17:00)", "")]
    [InlineData("**Time to resolve**: 9h", "ttres")]
    [InlineData("**Time to detect**: 30m", "")]
    [InlineData("**Time to detect**: 20m", "ttd")]
    [InlineData("**Duration**: 1h 10m", "")]
    [InlineData("**Duration**: about 5 hours", "")]
    [InlineData("**Duration**: about 7 hours", "duration")]
    [InlineData("**Time to repair**: ?", "")]
    public void A_figure_must_fit_a_pair_of_times(string figure, string expected) =>
        // From 14:00: detected after 30 minutes, declared after 35, repaired after 70, resolved after 330, of which 180 lie before 17:00.
        Assert.Equal(expected, Document.Findings(Document.Keys("Fault occurs @14:00", "First detected @14:30", "Incident declared @14:35", "Repaired @15:10", "Resolved @19:30", figure)));

    [Fact]
    public void One_figure_in_two_fields_that_fits_neither_was_copied() =>
        Assert.Equal("copy_paste", Document.Findings(Document.Keys("First detected @14:30", "Repaired @15:10", "Resolved @15:30", "**Time to repair**: 35h 36m", "**Time to resolve**: 35h 36m")));

    [Theory]
    [InlineData("27m", 27.9, true)]
    [InlineData("27m", 29.5, false)]
    [InlineData("11 hours", 650, true)]
    [InlineData("3 hours", 160, false)]
    [InlineData("~20 minutes", 24, true)]
    [InlineData("about nine hours", 500, true)]
    [InlineData("about 3 hours", 160, false)]
    public void How_near_is_near_enough(string stated, double given, bool fits) => Assert.Equal(fits, DurationCheck.Fits(Durations.In(stated)!.Value, given));
}

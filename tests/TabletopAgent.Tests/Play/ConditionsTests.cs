using TabletopAgent.Facts;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class ConditionsTests
{
    [Theory]
    [InlineData("p95_ratio <= 1.25", "/sli chat region=A p95_warm_ms=400", true)]
    [InlineData("p95_ratio <= 1.25", "/sli chat region=A p95_warm_ms=401", false)]
    [InlineData("unaccounted = 0", "/writes orders acked=1000 present=960 replayed=40", true)]
    [InlineData("unaccounted = 0", "/writes orders acked=1000 present=960", false)]
    [InlineData("error_pct <= 1", "/note nothing measured", false)]
    [InlineData("error_pct > 1", "/symptom errors on 22 percent of requests", false)]
    public void A_condition_rests_on_what_was_measured_last(string condition, string line, bool holds)
    {
        var evening = Evening.Started();
        evening.Says("Marek", line);
        Assert.Equal(holds, Conditions.Hold(Predicate.Parse(condition, out _)!, evening.Session.State));
    }

    [Fact]
    public void The_latest_sample_counts()
    {
        var evening = Evening.Started();
        evening.Says("Marek", "/sli chat error_pct=0.2");
        evening.Says("Marek", "/sli chat error_pct=9");
        Assert.False(Conditions.Hold(Predicate.Parse("error_pct <= 1", out _)!, evening.Session.State));
    }
}

using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ErrorBudgetTests
{
    private const string Promised = "'services':[{'name':'chat','tier':'A','slo_pct':99.5}]";

    private static IReadOnlyList<ErrorBudget> Of(Incident incident) => Assert.Single(incident.Traces()).Budgets;

    private static string Errors(double pct, string more = "") => FormattableString.Invariant($"'service':'chat','error_pct':{pct}{more}");

    /// <summary>22 % for the 20 minutes from 14:10 to 14:30 are 4.4 minutes of 216 (0.5 % of 43,200): 2.037 %.</summary>
    [Fact]
    public void Errors_for_a_while_burn_their_share_of_thirty_days()
    {
        var budget = Assert.Single(Of(new Incident().Head(Promised).Every(2, "14:00", "14:08", Errors(0)).Every(2, "14:10", "14:28", Errors(22)).Every(2, "14:30", "14:40", Errors(0))));
        Assert.Equal((216.0, 40.0), (Math.Round(budget.Allowed!.Value, 6), budget.Measured));
        Assert.Equal(4.4, budget.Lost!.Value, 9);
        Assert.Equal(4.4 / 216, budget.Burned!.Value, 9);
        Assert.Null(budget.Missing);
    }

    [Fact]
    public void A_sample_speaks_for_five_minutes_at_most()
    {
        var budget = Assert.Single(Of(new Incident().Head(Promised).At("14:00", "sli", Errors(100)).At("15:00", "sli", Errors(0))));
        Assert.Equal((5.0, 5.0), (budget.Measured, budget.Lost));
    }

    [Fact]
    public void What_passes_while_the_clock_is_paused_is_not_counted()
    {
        var budget = Assert.Single(Of(new Incident().Head(Promised).At("14:00", "clock", "'state':'start'").At("14:01", "sli", Errors(100)).At("14:02", "clock", "'state':'pause'")
            .At("14:04", "clock", "'state':'resume'").At("14:05", "sli", Errors(0))));
        Assert.Equal(2, budget.Lost);
    }

    [Fact]
    public void Regions_are_apart_and_prefixes_of_one_instant_count_as_their_mean()
    {
        var budgets = Of(new Incident().Head(Promised)
            .At("14:00", "sli", Errors(40, ",'region':'A','cache_prefix':'blue'")).At("14:00", "sli", Errors(60, ",'region':'A','cache_prefix':'green'"))
            .At("14:00", "sli", Errors(0, ",'region':'B'")).At("14:02", "sli", Errors(0, ",'region':'A'")).At("14:02", "sli", Errors(0, ",'region':'B'")));
        Assert.Equal([("A", 1.0), ("B", 0.0)], budgets.Select(b => (b.Region!, b.Lost!.Value)));
    }

    [Theory]
    [InlineData("'services':['chat']", "'service':'chat','error_pct':5", "slo_pct")]
    [InlineData(Promised, "'service':'chat','ok':false", "error_pct")]
    public void Without_a_promise_or_without_errors_it_is_unmeasured(string head, string sample, string says)
    {
        var budget = Assert.Single(Of(new Incident().Head(head).At("14:00", "sli", sample)));
        Assert.Null(budget.Burned);
        Assert.Contains(says, budget.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_was_never_sampled_is_unmeasured() => Assert.Null(Assert.Single(Of(new Incident().Head(Promised))).Burned);
}

using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Facts;

public sealed class SteadinessTests
{
    [Theory]
    [InlineData("401 rate unchanged at 0.01%", "auth_error_pct")]
    [InlineData("cpu 85% as usual", "cpu_pct")]
    [InlineData("p95 flat at 310 ms", "p95_ms")]
    [InlineData("error rate normal (0.2%)", "error_pct")]
    [InlineData("error rate at 0.4%, within budget", "error_pct")]
    [InlineData("cpu 85%, as always", "cpu_pct")]
    [InlineData("p95 stays stable at 310 ms", "p95_ms")]
    [InlineData("memory 78% same as before", "memory_pct")]
    [InlineData("no change in error rate, 0.2%; error rate 0.2% no change", "error_pct")]
    [InlineData("p95 450 ms, within its budget", "p95_ms")]
    [InlineData("hit rate 91% → 90%, as usual", "cache_hit_pct")]
    [InlineData("writes fail but cpu steady at 85%", "cpu_pct")]
    public void A_number_said_to_be_as_always_is_steady(string text, string name) => Assert.Contains(FactReader.Read(text, default), f => f.Name == name && f.Steady);

    [Theory]
    [InlineData("cpu 85% as usual but 22% of writes fail", "write_error_pct")]
    [InlineData("p95 flat at 310 ms and error rate 22%", "error_pct")]
    [InlineData("22% of writes fail with cpu as usual", "write_error_pct")]
    [InlineData("error rate 22%, cpu as usual", "error_pct")]
    [InlineData("p95 320→910 ms, unchanged config", "p95_ratio")]
    [InlineData("error rate not normal at 9%", "error_pct")]
    [InlineData("still failing, error rate 22%", "error_pct")]
    [InlineData("22% of writes still fail unchanged", "write_error_pct")]
    [InlineData("cpu was flat at 40% until it jumped", "cpu_pct")]
    [InlineData("p95 normally 310 ms", "p95_ms")]
    [InlineData("error rate 9% above normal", "error_pct")]
    [InlineData("hit rate flat 91% → 62%", "cache_hit_pct")]
    [InlineData("queue depth 5x normal", "queue_ratio")]
    public void A_number_that_moved_or_belongs_to_something_else_is_not(string text, string name) => Assert.Contains(FactReader.Read(text, default), f => f.Name == name && !f.Steady);

    [Theory]
    [InlineData("as usual", true)]
    [InlineData(" still within its budget ", true)]
    [InlineData("back to normal", true)]
    [InlineData("cpu as usual", false)]
    [InlineData("", false)]
    public void A_clause_that_says_nothing_else_is_known(string clause, bool all) => Assert.Equal(all, Steadiness.IsAll(clause));
}

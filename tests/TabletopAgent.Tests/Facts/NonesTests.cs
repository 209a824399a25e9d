using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Facts;

public sealed class NonesTests
{
    [Theory]
    [InlineData("no dupes", "duplicates")]
    [InlineData("no lost writes", "lost_writes")]
    [InlineData("no data loss", "lost_writes")]
    [InlineData("zero failed auth calls, zero 403s", "auth_error_pct")]
    [InlineData("not a single 5xx on reads", "read_error_pct")]
    [InlineData("0 errors", "error_pct")]
    [InlineData("no cold starts", "cold_share_pct")]
    public void A_count_said_to_be_none_is_zero(string clause, string name) => Assert.Contains(Nones.In(clause), n => n.Name == name);

    [Theory]
    [InlineData("no idea why writes fail")]
    [InlineData("no one saw the errors")]
    [InlineData("no reads and errors everywhere")]
    [InlineData("version 1.0 errors")]
    public void Other_negations_are_no_counts(string clause) => Assert.Empty(Nones.In(clause));
}

namespace TabletopAgent.Tests.Talk;

public sealed class SuppositionTests
{
    [Theory]
    [InlineData("/what-if coverage rises to 0.8", "coverage median: – → 0.8")]
    [InlineData("/what-if the moon is full", "nothing changes")]
    [InlineData("/what-if we had decided earlier", "No earlier decision")]
    public void The_difference_is_told(string line, string says) => Assert.Contains(says, AnswersTests.Of(line), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_logged() => Assert.EndsWith("Nothing was logged.", AnswersTests.Of("/what-if coverage rises to 0.8"));
}

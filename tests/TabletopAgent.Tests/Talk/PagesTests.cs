namespace TabletopAgent.Tests.Talk;

public sealed class PagesTests
{
    [Theory]
    [InlineData("/page", "stateless-kv-queues#minimal-fix")]
    [InlineData("/page secrets-rotation", "secrets-rotation: ")]
    [InlineData("/page Secrets rotation", "secrets-rotation: ")]
    [InlineData("/page secret-rotation", "secrets-rotation: ")]
    [InlineData("/page secrets-rotation#minimal fix", "secrets-rotation#minimal-fix")]
    [InlineData("/page secrets-rotation#checks", "secrets-rotation#checks/gather")]
    [InlineData("/page #nowhere", "has no section \"nowhere\". It has: ")]
    [InlineData("/page zzzqqq", "There is no page")]
    public void A_page_or_a_section_of_it_opens(string line, string says) => Assert.Contains(says, AnswersTests.Of(line), StringComparison.Ordinal);
}

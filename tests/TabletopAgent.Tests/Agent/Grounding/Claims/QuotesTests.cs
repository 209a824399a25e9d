using TabletopAgent.Agent.Grounding.Claims;

namespace TabletopAgent.Tests.Agent.Grounding.Claims;

public sealed class QuotesTests
{
    private const string Said = "Webhook retries doubled, and I am not sure that RTO is 12 minutes.";

    [Theory]
    [InlineData("Webhook retries doubled", true)]
    [InlineData("webhook retries doubled", true)]
    [InlineData("I am not sure that RTO is 12 minutes", true)]
    [InlineData("RTO is 12 minutes", false)]
    [InlineData("retries", false)]
    [InlineData("Webhook retries stopped", false)]
    [InlineData("", false)]
    public void A_quotation_says_what_was_said(string quote, bool holds) => Assert.Equal(holds, Quotes.Holds(Said, quote));
}

using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Diagnose;

public sealed class AskingTests
{
    [Theory]
    [InlineData("everything is slow", "timing")]
    [InlineData("the answers are wrong somehow", "question")]
    [InlineData("", null)]
    [InlineData("ñandú 🦙", null)]
    public void It_asks_for_what_would_decide(string said, string? about)
    {
        var asks = Asking.For(Exercise.Fold([Shipped.Symptom(said)]), Shipped.Knowledge);
        Assert.InRange(asks.Count, 1, 4);
        if (about is not null) Assert.Contains(asks, a => a.Contains(about, StringComparison.Ordinal));
    }
}

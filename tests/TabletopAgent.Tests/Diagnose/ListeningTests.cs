using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Diagnose;

public sealed class ListeningTests
{
    [Fact]
    public void Nothing_said_is_nothing_heard() => Assert.Null(Listening.To([], Shipped.Knowledge.Ear));

    [Fact]
    public void Two_faults_are_heard_in_their_own_parts()
    {
        var two = Hear("Payments get 401 since the new signing key went live on the edge. Also the CDN serves yesterday's price page after the purge.").Two!;
        Assert.Equal(["cache", "secrets-and-config"], new[] { two.FirstLayer, two.SecondLayer }.Order());
        Assert.Contains(two.FirstLayer == "cache" ? "CDN" : "signing key", two.First);
        Assert.Contains(two.FirstLayer == "cache" ? "signing key" : "CDN", two.Second);
    }

    [Fact]
    public void A_calm_report_sounds_more_healthy_than_a_complaint() =>
        Assert.True(Hear("Failover drill ended as planned, every order accounted for, no customer noticed.").Healthy > Hear("Failover went wrong, orders are missing and customers are angry.").Healthy);

    [Fact]
    public void A_vague_report_sounds_more_undecidable_than_a_plain_one() =>
        Assert.True(Hear("something is weird, no idea").NeedData > Hear("webhook retries doubled every charge since 14:10").NeedData);

    /// <summary>The work grows with the number of cuts, so a wall of commas must end.</summary>
    [Fact]
    public void A_text_of_commas_alone_ends() => Assert.NotNull(Hear(string.Join(", ", Enumerable.Repeat("queue is deep and old", 4000))));

    private static Listening Hear(string text) => Listening.To([new Said(text, new Place("brief.txt", 1), null)], Shipped.Knowledge.Ear)!;
}

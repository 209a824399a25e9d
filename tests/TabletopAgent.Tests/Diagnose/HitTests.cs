using TabletopAgent.Diagnose;
using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Diagnose;

public sealed class HitTests
{
    private static readonly List<Rule> Rules = Rule.Read("""
        rules:
          - id: both
            when: throttled_pct > 0.5 and duplicates > 0
            layer: queue-and-writes
            weight: 9
          - id: green
            when: ok = true and error_pct > 1
            layer: observability
            weight: 3
        """, "rules.yaml", []);

    [Fact]
    public void Figures_of_two_events_belong_together()
    {
        var hit = Assert.Single(Of("""
            {"type":"sli","at":"2026-05-04T14:05:00Z","throttled_pct":14}
            {"type":"writes","at":"2026-05-04T14:20:00Z","store":"orders","duplicates":3}
            """));
        Assert.Equal("both", hit.Rule.Id);
        // It holds once both are known.
        Assert.Equal(20, hit.FirstSeen!.Value.Minute);
    }

    [Theory]
    [InlineData("true", "false", 0)]
    [InlineData("true", "true", 1)]
    public void What_one_event_says_of_itself_is_not_held_against_another(string first, string second, int hits) =>
        Assert.Equal(hits, Of($$"""
            {"type":"sli","at":"2026-05-04T14:05:00Z","region":"A","ok":{{first}},"error_pct":0.1}
            {"type":"sli","at":"2026-05-04T14:05:00Z","region":"B","ok":{{second}},"error_pct":9}
            """).Count);

    [Fact]
    public void A_recorded_figure_outranks_the_same_figure_in_words()
    {
        var words = Shipped.Symptom("20 percent of calls get 429 and 5 duplicates were seen");
        Assert.Equal(Source.Words, Assert.Single(Hit.Of(Rules, Shipped.Facts(words))).Source);
        var log = Shipped.Log("""{"type":"sli","at":"2026-05-04T14:05:00Z","throttled_pct":14,"duplicates":2}""");
        Assert.Equal(Source.Reported, Assert.Single(Hit.Of(Rules, Shipped.Facts([words, .. log]))).Source);
    }

    private static List<Hit> Of(string log) => Hit.Of(Rules, Shipped.Facts(Shipped.Log(log)));
}

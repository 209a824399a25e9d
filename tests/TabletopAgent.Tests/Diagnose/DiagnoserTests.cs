namespace TabletopAgent.Tests.Diagnose;

/// <summary>Whole cases stand in cases/; here is what a folder would hide.</summary>
public sealed class DiagnoserTests
{
    [Fact]
    public void Two_figures_that_decide_outweigh_the_sound_of_the_words()
    {
        const string words = "The load balancer and the DNS name of region A look odd, users land in the wrong region.";
        Assert.Equal("routing", Shipped.Diagnose(Shipped.Symptom(words)).Layer);
        Assert.Equal("queue-and-writes", Shipped.Diagnose(Shipped.Symptom($"{words} 22 percent of writes fail. Queue depth climbs by 5x.")).Layer);
    }

    [Fact]
    public void What_the_first_layer_explains_is_no_second_fault()
    {
        // Throttling alone is a hint at capacity; with doubled effects it is the queue's, and nothing is left for a second fault.
        const string throttled = """{"type":"sli","at":"2026-05-04T14:05:00Z","throttled_pct":14}""";
        Assert.Equal(["compute-capacity"], Layers(throttled));
        Assert.Equal(["queue-and-writes"], Layers($$"""
            {{throttled}}
            {"type":"writes","at":"2026-05-04T14:20:00Z","store":"orders","duplicates":3}
            """));
    }

    [Fact]
    public void The_earliest_telling_fact_leads_and_a_hint_does_not()
    {
        Assert.Equal(["cache", "queue-and-writes"], Layers("""
            {"type":"sli","at":"2026-05-04T14:01:00Z","throttled_pct":0.7}
            {"type":"sli","at":"2026-05-04T14:05:00Z","stale_hit_pct":3}
            {"type":"writes","at":"2026-05-04T14:20:00Z","store":"orders","duplicates":3}
            """));
    }

    [Theory]
    [InlineData("""{"type":"sli","at":"2026-05-04T14:05:00Z","error_pct":0.2,"p95_ratio":1.1}""", "healthy")]
    [InlineData("""{"type":"sli","at":"2026-05-04T14:05:00Z","error_pct":44}""", "need_data")]
    [InlineData("""{"type":"note","at":"2026-05-04T14:05:00Z","text":"hello"}""", "need_data")]
    public void Without_a_symptom_the_bars_decide(string log, string verdict) => Assert.Equal(verdict, Shipped.Diagnose(Shipped.Log(log)).Verdict);

    /// <summary>The same story, its figures inside and outside their bars.</summary>
    [Theory]
    [InlineData("0.2", "1.1", "0", "healthy")]
    [InlineData("18", "6", "40", "fault")]
    public void Figures_inside_their_bars_clear_a_long_report(string errors, string depth, string duplicates, string verdict) =>
        Assert.Equal(verdict, Shipped.Diagnose(Shipped.Symptom(
            $"At 09:42 UTC region A gave up the writer role and region B took it. Write errors are {errors} percent, queue depth is {depth}x its usual value, {duplicates} duplicates were counted, and reads go on in both regions.")).Verdict);

    [Fact]
    public void Every_card_gives_the_verdict_on_its_front_page()
    {
        var wrong = Shipped.Cards.Select(c => (c.Name, Said: Front(c.Name), Is: Shipped.Diagnose(Shipped.Symptom(c.Text)).Verdict)).Where(c => c.Said != c.Is);
        Repository.None(wrong.Select(c => $"{c.Name}: {c.Said} expected, {c.Is} said"));
    }

    private static IEnumerable<string> Layers(string log) => Shipped.Diagnose(Shipped.Log(log)).Suspects.Select(s => s.Layer);

    private static string Front(string card) =>
        File.ReadLines(Repository.Path("knowledge", "cards", $"{card}.md")).First(l => l.StartsWith("verdict: ", StringComparison.Ordinal))["verdict: ".Length..];
}

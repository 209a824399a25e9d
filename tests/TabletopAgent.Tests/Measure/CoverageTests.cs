using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Measure;
using Span = TabletopAgent.Measure.Span;

namespace TabletopAgent.Tests.Measure;

public sealed class CoverageTests
{
    [Fact]
    public void Overlapping_spans_count_once()
    {
        // Fact sheet 7: target [100, 200); [90, 150) covers 50, [140, 180) adds 150–180, 30 more: 80 of 100, not 50 + 40 = 90.
        Assert.Equal(0.80, Coverage.Union(new Span(100, 200), [new Span(90, 150), new Span(140, 180)]));
    }

    [Property]
    public bool Union_is_at_least_the_best_single_span_and_at_most_1(PositiveInt length, (ushort, byte)[] spans)
    {
        var target = new Span(1000, 1000 + length.Get);
        var all = spans.Select(s => new Span(s.Item1, s.Item1 + s.Item2)).ToList();
        var best = all.Select(s => Coverage.Union(target, [s])!.Value).DefaultIfEmpty().Max();
        return Coverage.Union(target, all) is { } union && union >= best && union <= 1;
    }

    [Property]
    public bool The_order_of_spans_changes_nothing((byte, byte)[] spans)
    {
        var all = spans.Select(s => new Span(s.Item1, s.Item1 + s.Item2)).ToList();
        return Coverage.Union(new Span(50, 150), all) == Coverage.Union(new Span(50, 150), Enumerable.Reverse(all));
    }

    [Fact]
    public void Words_are_found_as_often_as_they_were_retrieved()
    {
        // target: paid time off accrues time (5 words); retrieved holds paid, time once, accrues: 3 of 5.
        Assert.Equal(0.6, Coverage.Shared("Paid time off accrues; TIME!", ["time, paid", "accrues weekly"]));
        Assert.Null(Coverage.Shared(" … ", ["text"]));
    }

    [Property]
    public bool Shared_words_are_a_share(NonNull<string> target, NonNull<string>[] texts) =>
        Coverage.Shared(target.Get, texts.Select(t => t.Get)) is null or >= 0 and <= 1;

    [Property]
    public bool A_text_covers_itself(NonNull<string> target) => Coverage.Shared(target.Get, [target.Get]) is null or 1;

    private static ProbeCoverage Of(string json) => Coverage.OfProbe(Make.Probe(json));

    [Fact]
    public void Offsets_count_on_the_same_document_and_revision_only()
    {
        var probe = Of("""
            {"probe_id":"p","expected_section":"hr#pto","expected":{"span":[100,200],"rev":"7"},"runs":[{"retrieved":[
              {"doc":"hr","rev":"7","section":"pto","span":[100,150]},{"doc":"hr","rev":"6","section":"pto","span":[150,180]},
              {"doc":"it","section":"vpn","span":[180,200]}]}]}
            """);
        Assert.Equal((0.5, CoverageBasis.Offsets), (probe.Value, probe.Basis));
    }

    [Fact]
    public void Without_offsets_the_words_of_the_same_document_count()
    {
        // Of "twenty days a year" the right document gives twenty, days: 2 of 4. The other document's "a year" does not count.
        var probe = Of("""
            {"probe_id":"p","expected_section":"hr#pto","expected":{"text":"twenty days a year"},"runs":[{"retrieved":[
              {"doc":"hr","text":"twenty days"},{"doc":"it","text":"a year"}]}]}
            """);
        Assert.Equal((0.5, CoverageBasis.Tokens), (probe.Value, probe.Basis));
    }

    [Fact]
    public void Where_no_document_is_named_it_is_the_one_whose_section_was_retrieved()
    {
        var probe = Of("""
            {"probe_id":"p","expected_section":"benefits.pto","expected":{"text":"twenty days"},"runs":[{"retrieved":[
              {"doc":"hr","section":"benefits.pto.rules","text":"twenty"},{"doc":"it","section":"vpn","text":"days"}]}]}
            """);
        Assert.Equal(0.5, probe.Value);
    }

    [Fact]
    public void Only_other_sections_are_a_miss_but_sections_nobody_named_cannot_be_judged()
    {
        const string Before = """{"probe_id":"p","expected_section":"pto","expected":{"text":"twenty days"},"runs":[{"retrieved":[{"doc":"it",""";
        Assert.Equal(0.0, Of(Before + "\"section\":\"vpn\",\"text\":\"twenty days\"}]}]}").Value);
        Assert.Null(Of(Before + "\"text\":\"twenty days\"}]}]}").Value);
    }

    [Fact]
    public void A_probe_is_the_median_of_its_runs()
    {
        string Run(int end) => $$"""{"retrieved":[{"span":[0,{{end}}]}]}""";
        Assert.Equal(0.7, Of($$"""{"probe_id":"p","expected":{"span":[0,10]},"runs":[{{Run(7)}},{{Run(10)}},{{Run(2)}}]}""").Value);
    }

    [Fact]
    public void Empty_retrieval_covers_nothing() =>
        Assert.Equal(0.0, Of("""{"probe_id":"p","expected":{"span":[0,10]},"runs":[{"retrieved":[]}]}""").Value);

    [Theory]
    [InlineData("""{"probe_id":"p","expected_section":"pto","runs":[{"retrieved":[{"section":"pto.rules"}]}]}""", 1.0)]
    [InlineData("""{"probe_id":"p","expected_section":"pto","runs":[{"retrieved":[{"section":"ptolemy"}]}]}""", 0.0)]
    public void The_presence_of_a_section_alone_is_no_coverage(string json, double presence)
    {
        var probe = Of(json);
        Assert.Equal((null, CoverageBasis.Section, presence), (probe.Value, probe.Basis, probe.Presence));
    }

    [Fact]
    public void A_reported_number_is_taken_where_nothing_can_be_computed() =>
        Assert.Equal((0.74, CoverageBasis.Reported), (Of("""{"probe_id":"p","coverage":0.74}""").Value, Of("""{"probe_id":"p","coverage":0.74}""").Basis));

    [Fact]
    public void Nothing_recorded_is_unmeasured() => Assert.Equal(CoverageBasis.None, Of("""{"probe_id":"p"}""").Basis);
}

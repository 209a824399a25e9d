using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeNotesTests
{
    private static IEnumerable<string> Codes(params IEnumerable<Event> events) => ProbeBoard.Of([.. events], Make.Targets).Notes.Select(n => n.Code);

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void A_gold_set_has_50_to_200_probes(int n, bool noted) => Assert.Equal(noted, Codes(Make.Flats(n, 0.3, 0.8)).Contains("TT205"));

    [Fact]
    public void Mixed_models_are_said() => Assert.Contains("TT206", Codes(Make.Dense(1, "bge", 0.3), Make.Dense(2, "ada", 0.3)));

    [Fact]
    public void Mixed_kinds_are_said_and_are_not_mixed_models()
    {
        var codes = Codes(Make.Dense(1, "bge", 0.3), Make.Flat(2, 0.3, 0.8)).ToList();
        Assert.Contains("TT211", codes);
        Assert.DoesNotContain("TT206", codes);
    }

    [Fact]
    public void Too_few_runs_and_a_missing_section_are_two_things()
    {
        string Probe(int runs) => $$"""{"probe_id":"p","runs":[{{string.Join(",", Enumerable.Range(0, runs).Select(i => $$"""{"paraphrase":{{i / 2}},"seed":{{i % 2}},"answer":"x","citations":["a"]}"""))}}]}""";
        Assert.Contains("TT204", Codes(Make.Event(Probe(4))));
        Assert.Contains("TT107", Codes(Make.Event(Probe(6))));
    }

    [Fact]
    public void A_reported_recursive_sign_is_ambiguous() => Assert.Contains("TT212", Codes(Make.Flat(1, 0.38, 0.74, "<>")));

    [Fact]
    public void Empty_retrieval_is_said() => Assert.Contains("TT213", Codes(Make.Event("""{"probe_id":"p","runs":[{"retrieved":[]}]}""")));
}

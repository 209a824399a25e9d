using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class MeasuredFactsTests
{
    private static List<Fact> Of(IEnumerable<Event> events, params string[] indexes) => MeasuredFacts.Of(
        ProbeBoard.Of([.. events], Make.Targets), indexes.Select((line, i) => IndexReader.Line(line, new Place("brief", i + 1), [])).ToList(), Make.Targets);

    private static Fact? One(List<Fact> facts, string name) => facts.SingleOrDefault(f => f.Name == name);

    [Fact]
    public void Reported_numbers_make_reported_facts_with_their_earlier_value()
    {
        var facts = Of([.. Make.Flats(12, 0.38, 0.74, phase: "baseline"), .. Make.Flats(12, 0.66, 0.52, phase: "inject")]);
        var ds = One(facts, "delta_s")!;
        Assert.Equal((0.66, 0.38, Source.Reported), (ds.Number, ds.Before, ds.Source));
        Assert.Equal((0.52, 0.74), (One(facts, "coverage")!.Number, One(facts, "coverage")!.Before));
        Assert.Equal(1.0, One(facts, "convergent_rate")!.Number);
        Assert.Equal(0.28, One(facts, "drift")!.Number);
        Assert.Equal(new Place("probes.jsonl", 1), ds.Place);
    }

    [Fact]
    public void Computed_numbers_make_measured_facts() => Assert.Equal(Source.Measured, One(Of([Make.Dense(1, "bge", 0.3)]), "delta_s")!.Source);

    [Fact]
    public void What_is_unmeasured_is_no_fact() => Assert.Empty(Of([Make.Event("""{"probe_id":"p"}""")]));

    [Fact]
    public void No_probes_and_no_indexes_are_no_facts() => Assert.Empty(Of([]));

    [Fact]
    public void Drift_between_colours_is_a_fact_where_each_has_ten_probes()
    {
        var facts = Of(Enumerable.Range(1, 20).Select(i => Make.Flat(i, i <= 10 ? 0.30 : 0.35, 0.8, more: i <= 10 ? ""","color":"blue" """ : ""","color":"green" """)));
        Assert.Equal((0.05, "median ΔS between blue and green"), (One(facts, "drift")!.Number, One(facts, "drift")!.Quote));
        Assert.Null(One(Of(Enumerable.Range(1, 4).Select(i => Make.Flat(i, 0.1 * i, 0.8, more: i <= 2 ? ""","color":"blue" """ : ""","color":"green" """))), "drift"));
    }

    [Fact]
    public void Indexes_are_facts_field_by_field()
    {
        var facts = Of([], "docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v3-green hash=a metric=l2 analyzer=icu dim=768");
        string Word(string name) => One(facts, name)!.Word!;
        Assert.Equal(("mismatch", "mismatch", "equal", "equal", "unknown"), (Word("index_identity"), Word("index_metric"), Word("index_analyzer"), Word("index_hash"), Word("index_dim")));
        Assert.All(facts, f => Assert.True(FactNames.Units.ContainsKey(f.Name), f.Name));
        Assert.All(facts, f => Assert.Equal(Source.Measured, f.Source));
    }

    [Fact]
    public void What_an_intended_version_changes_is_no_fault()
    {
        var facts = Of([], "docs-v3-blue hash=a metric=cosine analyzer=icu", "docs-v4-green hash=b metric=cosine analyzer=icu intentional=true");
        Assert.Equal("intentional", One(facts, "index_identity")!.Word);
        Assert.Null(One(facts, "index_hash"));
    }

    [Fact]
    public void Probes_carry_an_index_too()
    {
        Event With(int id, string phase, string metric) => Make.Flat(id, 0.5, 0.6, phase: phase, more: $$""","index_family":"docs-v3-green","retriever_metric":"{{metric}}" """);
        Assert.Equal("mismatch", One(Of([With(1, "baseline", "cosine"), With(1, "inject", "ip")]), "index_metric")!.Word);
        Assert.Null(One(Of([With(1, "baseline", "cosine"), With(1, "inject", "cos")]), "index_metric"));
        Assert.Equal("unknown", One(Of([With(1, "inject", "cos")], "docs-v3-blue metric=cosine hash=a analyzer=icu"), "index_identity")!.Word);
    }

    [Fact]
    public void The_indexes_of_a_log_stand_in_its_exercise_event()
    {
        var e = Make.Event("""{"v":1,"id":"x","index":[{"family":"docs-v3-blue"},{"family":"docs-v3-green"}]}""", type: "exercise");
        Assert.Equal(2, MeasuredFacts.Indexes([e], []).Count);
    }
}

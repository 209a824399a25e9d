using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeReaderTests
{
    [Fact]
    public void The_record_of_the_seed_is_read_whole()
    {
        var notes = new List<Note>();
        var probe = Make.Probe("""
            {"probe_id":"p-037","question":"Where does paid time off accrue for part-time?","expected_section":"benefits.pto.rules","ΔS_q_r":0.38,
             "coverage":0.74,"λ_state":"<>","citations":["doc:hr-handbook#s4.2"],"index_family":"docs-v3-green","retriever_metric":"cosine","analyzer":"bilstem"}
            """, notes);
        Assert.Empty(notes);
        Assert.Equal(("p-037", "benefits.pto.rules", 0.38, 0.74), (probe.Id, probe.Section, probe.ReportedDeltaS, probe.ReportedCoverage));
        Assert.Equal(("docs-v3-green", "cosine", "bilstem"), (probe.Family, probe.Metric, probe.Analyzer));
        Assert.Equal((LambdaState.Recursive, Phase.Inject, true), (probe.ReportedLambda, probe.Phase, probe.Answerable));
        Assert.Equal("doc:hr-handbook#s4.2", Assert.Single(probe.Citations));
        Assert.Equal(new Place("probes.jsonl", 1), probe.Place);
    }

    [Fact]
    public void Runs_are_read_with_everything_they_hold_and_sorted()
    {
        var notes = new List<Note>();
        var probe = Make.Probe("""
            {"probe_id":"p","phase":"post","expected":{"text":"t","span":[3,9],"rev":"7"},"decoy":{"section":"s","text":"d"},"answerable":false,
             "topic":"pay","embed_model":"bge","color":"green","region":"eu","runs":[
              {"paraphrase":2,"seed":1,"questionVec":[1,0],"retrieved":[],"error":"timeout"},
              {"paraphrase":1,"seed":1,"k":5,"question":"q","question_vec":[1,0],"retrieved":["doc:hr#pto",{"doc":"hr","section":"pto","text":"x","span":{"start":1,"end":4},"score":0.9}],
               "retrieved_vec":[0,1],"citations":["hr#pto"],"answer":"a","answer_vec":[1],"refused":true}]}
            """, notes);
        Assert.Empty(notes);
        var run = probe.Runs[0];
        Assert.Equal((1, 1, 5, "q", "a", true, null), (run.Paraphrase, run.Seed, run.K, run.Question, run.Answer, run.Refused, run.Error));
        Assert.Equal([new Chunk("doc:hr#pto", "hr", "pto", null, null, null, null), new Chunk(null, "hr", "pto", null, "x", new TabletopAgent.Measure.Span(1, 4), 0.9)], run.Retrieved);
        Assert.Equal(("timeout", 0), (probe.Runs[1].Error, probe.Runs[1].Retrieved!.Count));
        Assert.Equal((Phase.Post, false, "pay", "bge", "green", "eu"), (probe.Phase, probe.Answerable, probe.Topic, probe.EmbedModel, probe.Color, probe.Region));
        Assert.Equal((new TabletopAgent.Measure.Span(3, 9), "7", "s"), (probe.Expected!.Span, probe.Expected.Rev, probe.Decoy!.Section));
    }

    [Theory]
    [InlineData("→ -> --> convergent Convergent -&gt;", "→")]
    [InlineData("← <- divergent &lt;-", "←")]
    [InlineData("<> ↔ <-> recursive &lt;&gt;", "<>")]
    [InlineData("× x X ✕ chaotic ✖️", "×")]
    public void Every_spelling_of_λ_found_upstream_is_read(string spellings, string sign) =>
        Assert.All(spellings.Split(' '), s => Assert.Equal(sign, ProbeReader.Lambda(s) is { } state ? Lambda.Sign(state) : s));

    /// <summary>Bad input: what becomes of it, and which note says so.</summary>
    [Theory]
    [InlineData("\"ΔS_q_r\":1.2", "TT201")]
    [InlineData("\"ΔS_q_r\":-0.1", "TT201")]
    [InlineData("\"ΔS_q_r\":\"NaN\"", "TT202")]
    [InlineData("\"ΔS_q_r\":\"Infinity\"", "TT202")]
    [InlineData("\"ΔS_q_r\":\"n/a\"", "TT202")]
    [InlineData("\"ΔS_q_r\":1e999", "TT202")]
    [InlineData("\"ΔS_q_r\":[0.3]", "TT202")]
    [InlineData("\"ΔS_q_r\":true", "TT202")]
    [InlineData("\"coverage\":74", "TT201")]
    [InlineData("\"coverage\":\"74 %\"", "TT202")]
    [InlineData("\"λ_state\":\"→|←|<>|×\"", "TT203")]
    [InlineData("\"λ_state\":\"\"", "TT203")]
    [InlineData("\"λ_state\":1", "TT203")]
    [InlineData("\"runs\":[7]", "TT106")]
    [InlineData("\"runs\":[{\"retrieved\":[7]}]", "TT106")]
    [InlineData("\"runs\":[{\"retrieved\":[{\"span\":[9,3]}]}]", "TT106")]
    [InlineData("\"expected\":{\"span\":\"3-9\"}", "TT106")]
    [InlineData("\"runs\":[{\"question_vec\":[0,0]}]", "TT209")]
    [InlineData("\"runs\":[{\"retrieved_vec\":[1,\"NaN\"]}]", "TT209")]
    [InlineData("\"runs\":[{\"question_vec\":[1,0],\"retrieved_vec\":[1,0,0]}]", "TT209")]
    [InlineData("\"runs\":[{\"answer_vec\":[1,0]},{\"answer_vec\":[1,0,0]}]", "TT209")]
    public void Bad_values_become_notes_and_count_as_unmeasured(string field, string code)
    {
        var notes = new List<Note>();
        var probe = Make.Probe($$"""{"probe_id":"p",{{field}}}""", notes);
        Assert.Equal(code, Assert.Single(notes).Code);
        Assert.Equal((null, null, null), (probe.ReportedDeltaS, probe.ReportedCoverage, probe.ReportedLambda));
        Assert.Null(DeltaS.OfProbe(probe).Value);
        Assert.Null(Coverage.OfProbe(probe).Value);
        Assert.Null(Lambda.OfProbe(probe, Make.Targets).Symbol);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"probe_id":"p","ΔS_q_r":null,"coverage":null,"λ_state":null,"runs":null,"expected":null}""")]
    [InlineData("""{"probe_id":"p","runs":[{"paraphrase":null,"seed":null,"retrieved":null,"question_vec":null,"error":null,"refused":null}]}""")]
    public void Nulls_are_simply_not_measured(string json)
    {
        var notes = new List<Note>();
        var probe = Make.Probe(json, notes);
        Assert.All(notes, n => Assert.Equal("TT210", n.Code));
        Assert.Null(DeltaS.OfProbe(probe).Value);
    }

    [Fact]
    public void A_probe_without_an_id_is_named_by_its_line()
    {
        var notes = new List<Note>();
        Assert.Equal("probes.jsonl:1", Make.Probe("""{"ΔS_q_r":0.3}""", notes).Id);
        Assert.Equal("TT210", Assert.Single(notes).Code);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_throw() =>
        Assert.NotNull(Make.Probe("""{"probe_id":"p","runs":[{"answer":"\ud800","citations":["\udc00"],"retrieved":["\ud800"]}]}"""));

    [Property]
    public bool Numbers_in_text_come_out_between_0_and_1_or_not_at_all(double value) =>
        Make.Probe(FormattableString.Invariant($$"""{"probe_id":"p","ΔS_q_r":"{{value}}","coverage":"{{value:R}}"}""")).ReportedDeltaS is null or >= 0 and <= 1;
}

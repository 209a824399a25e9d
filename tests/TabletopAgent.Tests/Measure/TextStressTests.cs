using FsCheck.Xunit;
using TabletopAgent.Embedding;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class TextStressTests
{
    private const string Own = "tabletop-static-384";
    private static readonly string Model = $"{Own}@{Embedder.Shared.Rev}";

    private static Event Texts(int id, string question, string retrieved, string more = "") => Make.Event(
        $$"""{"phase":"post","probe_id":"p-{{id:000}}","question":"{{question}}"{{more}},"runs":[{"paraphrase":1,"seed":1,"retrieved":[{"doc":"d","text":"{{retrieved}}"}]}]}""", line: id);

    private static Event Leave(int id, string more = "") => Texts(id, "How much annual leave do part-time employees get?", "Annual leave of part-time employees accrues pro rata.", more);

    private static double? Computed(string a, string b) =>
        Numbers.Round(DeltaS.Between(Array.ConvertAll(Embedder.Shared.Embed(a), x => (double)x), Array.ConvertAll(Embedder.Shared.Embed(b), x => (double)x)));

    [Fact]
    public void Where_there_is_text_and_no_vector_ΔS_is_computed_and_the_reported_number_is_only_shown()
    {
        var board = ProbeBoard.Of([Leave(1, ",\"ΔS_q_r\":0.99,\"embed_model\":\"bge-m3\"")], Make.Targets);
        var phase = Assert.Single(board.Phases);
        var expected = Computed("How much annual leave do part-time employees get?", "Annual leave of part-time employees accrues pro rata.");
        Assert.InRange(expected!.Value, 0, 0.7);
        Assert.Equal((expected, "dense", Model, 0.99), (phase.DsMedian, phase.Kind, phase.Embedder, phase.DsReported));
        Assert.Equal(0.99, Assert.Single(board.Rows).DsReported);
        Assert.Contains(board.Notes, n => n.Code == "TT722" && n.Text.Contains("0.99", StringComparison.Ordinal));
        // Another embedder may well give another number.
        Assert.DoesNotContain(board.Notes, n => n.Code == "TT721");
    }

    [Theory]
    [InlineData(Own, 0.06, true)]
    [InlineData(Own, 0.04, false)]
    [InlineData("tabletop-static-384@000000000000", 0.4, false)]
    public void A_number_of_the_same_embedder_that_lies_far_off_is_noted(string named, double off, bool noted)
    {
        var right = Computed("How much annual leave do part-time employees get?", "Annual leave of part-time employees accrues pro rata.")!.Value;
        var board = ProbeBoard.Of([Leave(1, FormattableString.Invariant($",\"ΔS_q_r\":{Math.Round(right + off, 4)},\"embed_model\":\"{named}\""))], Make.Targets);
        Assert.Equal(noted, board.Notes.Any(n => n.Code == "TT721"));
        Assert.Equal(Numbers.Round(right), board.Latest!.DsMedian);
    }

    [Fact]
    public void A_flat_record_with_its_texts_is_heard_and_what_it_says_of_λ_stays()
    {
        var flat = Make.Event("""
            {"phase":"post","probe_id":"p-001","question":"How much annual leave do part-time employees get?","ΔS_q_r":0.99,"coverage":0.8,"λ_state":"→",
             "retrieved_text":"Annual leave of part-time employees accrues pro rata.","expected_text":"Annual leave of part-time employees accrues pro rata."}
            """);
        var phase = Assert.Single(ProbeBoard.Of([flat], Make.Targets).Phases);
        Assert.Equal((ProbeBoard.Of([Leave(1)], Make.Targets).Latest!.DsMedian, Model, 1.0, 1.0), (phase.DsMedian, phase.Embedder, phase.CoverageMedian, phase.ConvergentRate));

        var pieces = Make.Probe("""{"probe_id":"p","question":"q","retrieved_text":["one piece","another piece",{"doc":"d","text":"third"},"policy#pto"]}""");
        Assert.Equal(["one piece", "another piece", "third", null], Assert.Single(pieces.Runs).Retrieved!.Select(c => c.Text));
    }

    [Fact]
    public void Texts_are_not_heard_where_the_record_or_the_log_has_vectors()
    {
        var recorded = Make.Probe("""{"probe_id":"p","question":"q","embed_model":"bge","runs":[{"question_vec":[1,0],"retrieved_vec":[0.6,0.8],"retrieved":[{"text":"q"}]}]}""");
        Assert.Equal((0.4, "bge"), (Numbers.Round(DeltaS.OfProbe(recorded).Value), DeltaS.OfProbe(recorded).Model));
        // The log has vectors of an outside embedder, none for these texts: unmeasured, not zero and not another embedder's.
        var vectors = Make.Event($$"""{"text_hash":"{{Vectors.Hash("other")}}","embedder":"bge","vector":[1,0]}""", type: "vectors");
        Assert.Null(ProbeBoard.Of([Leave(1), vectors], Make.Targets).Latest!.DsMedian);
    }

    [Fact]
    public void Computed_here_and_recorded_by_another_model_never_meet_in_one_median()
    {
        var events = Enumerable.Range(1, 3).Select(i => Leave(i)).Append(Make.Dense(9, "bge", 0.9)).ToList();
        var board = ProbeBoard.Of(events, Make.Targets);
        Assert.Equal((3, 1, Model), (board.Latest!.DeltaS.Probes.Count, board.Latest.DeltaS.LeftOut.Count, board.Latest.Embedder));
        Assert.Contains(board.Notes, n => n.Code == "TT206");
    }

    [Fact]
    public void Text_without_words_is_said_and_the_reported_number_stays_unverified()
    {
        var board = ProbeBoard.Of([Texts(1, "?!", "…", ",\"ΔS_q_r\":0.3")], Make.Targets);
        Assert.Equal((0.3, "reported", 1), (board.Latest!.DsMedian, board.Latest.Kind, board.Latest.Unverified));
        Assert.Contains(board.Notes, n => n.Code == "TT701");
    }

    [Fact]
    public void Anchor_and_decoy_are_heard_too()
    {
        var probe = Make.Probe("""
            {"probe_id":"p","question":"How is the index restored?","expected":{"text":"Restore the index from the snapshot."},"decoy":{"text":"Payment keys are rotated every month."},
             "runs":[{"retrieved":[{"text":"Restore the index from the snapshot."}]}]}
            """);
        var ds = DeltaS.OfProbe(probe);
        Assert.Equal(0, ds.Anchor);
        Assert.InRange(ds.DecoyGap!.Value, 0.3, 1);
    }

    [Property]
    public bool ΔS_of_any_two_texts_lies_between_0_and_1_the_same_both_ways_and_is_0_of_a_text_and_itself(string? a, string? b)
    {
        var (u, v) = (Embedder.Shared.Embed(a ?? ""), Embedder.Shared.Embed(b ?? ""));
        var (one, other, same) = (TextStress.Between(u, v), TextStress.Between(v, u), TextStress.Between(u, u));
        return one == other && one is null or (>= 0 and <= 1) && same is null or 0;
    }

    [Property]
    public bool The_order_of_probes_changes_nothing(byte[] picks, int seed)
    {
        string[] texts = ["the index was restored", "keys were rotated", "queues grow", "annual leave accrues"];
        var events = picks.Select((p, i) => Texts(i, texts[p % 4], texts[p / 4 % 4])).ToArray();
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (a, b) = (ProbeBoard.Of(events, Make.Targets), ProbeBoard.Of(shuffled, Make.Targets));
        return (a.DeltaS.Value, a.DeltaS.Reason) == (b.DeltaS.Value, b.DeltaS.Reason);
    }
}

using FsCheck.Xunit;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeBoardTests
{
    private static ProbeBoard Of(params IEnumerable<Event> events) => ProbeBoard.Of([.. events], Make.Targets);

    [Fact]
    public void The_latest_phase_recorded_is_the_one_that_is_judged()
    {
        var board = Of([.. Make.Flats(12, 0.38, 0.8, phase: "baseline"), .. Make.Flats(12, 0.66, 0.52, phase: "inject"), .. Make.Flats(12, 0.41, 0.75)]);
        Assert.Equal([Phase.Baseline, Phase.Inject, Phase.Post], board.Phases.Select(p => p.Phase));
        Assert.Equal((Verdict.Pass, 0.41), (board.DeltaS.Verdict, board.DeltaS.Value));
        Assert.Equal(Verdict.Pass, board.Semantics.Verdict);
        Assert.Equal((Phase.Post, Phase.Baseline), (board.Latest!.Phase, board.Before!.Phase));
    }

    [Fact]
    public void Card_2_of_the_seed_fails_on_ΔS_and_on_coverage()
    {
        // ΔS 0.66 ≥ 0.60 and coverage 0.52 < 0.70: both clauses of scenario 2 ask for a rebuild.
        var board = Of(Make.Flats(12, 0.66, 0.52, phase: "inject"));
        Assert.Equal((Verdict.Fail, Verdict.Fail, Verdict.Pass), (board.DeltaS.Verdict, board.Coverage.Verdict, board.Lambda.Verdict));
        Assert.Equal((Verdict.Fail, 0.66), (board.Semantics.Verdict, board.Semantics.Value));
        Assert.Contains("coverage:", board.Semantics.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phase_says_what_the_report_prints()
    {
        var phase = Assert.Single(Of(Enumerable.Range(1, 10).Select(i => Make.Flat(i, i / 20.0, i / 10.0))).Phases);
        // ΔS .05 … .50: median (.25 + .30) / 2, p90 the ninth; coverage .1 … 1.0: median .55, four of ten at .7 or more.
        Assert.Equal((10, 0.275, 0.45, 0.5), (phase.N, phase.DsMedian, phase.DsP90, phase.DsMax));
        Assert.Equal((0.55, 0.4, 1.0), (phase.CoverageMedian, phase.CoveragePassRate, phase.ConvergentRate));
        Assert.Equal((null, "reported", 10), (phase.Embedder, phase.Kind, phase.Unverified));
    }

    [Fact]
    public void One_unmeasured_part_keeps_semantics_from_passing()
    {
        var board = Of(Make.Flats(12, 0.3, 0.8, null));
        Assert.Equal((Verdict.Pass, Verdict.Pass, Verdict.Unmeasured), (board.DeltaS.Verdict, board.Coverage.Verdict, board.Lambda.Verdict));
        Assert.Equal(Verdict.Unmeasured, board.Semantics.Verdict);
    }

    [Fact]
    public void No_probes_are_unmeasured_and_not_an_error()
    {
        var board = Of([]);
        Assert.All([board.DeltaS, board.Coverage, board.Lambda, board.Semantics], m => Assert.Equal((Verdict.Unmeasured, null), (m.Verdict, m.Value)));
        Assert.Null(board.Latest);
        Assert.Equal("TT207", Assert.Single(board.Notes).Code);
    }

    [Fact]
    public void Evidence_is_the_ids_of_the_probes_used() =>
        Assert.Equal(["p-001", "p-002"], Of([Make.Flat(2, 0.7, 0.8), Make.Flat(1, 0.7, 0.8)]).DeltaS.Evidence);

    [Fact]
    public void However_many_are_there_twice_it_is_one_note_with_their_number()
    {
        var note = Assert.Single(Of([.. Make.Flats(5_000, 0.3, 0.8), .. Make.Flats(5_000, 0.3, 0.8)]).Notes, n => n.Code == "TT208");
        Assert.StartsWith("5000 probe(s) are there again in the same phase (p-001 in probes.jsonl:1, p-002 in probes.jsonl:2, p-003 in probes.jsonl:3, …)", note.Text);
    }

    [Fact]
    public void The_same_id_twice_in_a_phase_is_said_and_the_last_one_counts()
    {
        var board = Of([Make.Flat(1, 0.9, 0.8), Make.Flat(1, 0.3, 0.8), Make.Flat(1, 0.2, 0.8, more: ""","color":"blue" """)]);
        Assert.Contains("p-001 in probes.jsonl:1", Assert.Single(board.Notes, n => n.Code == "TT208").Text);
        Assert.Equal((2, 0.25), (board.Latest!.N, board.Latest.DsMedian)); // (0.3 + 0.2) / 2, the colours being two
    }

    [Fact]
    public void Two_files_stand_for_before_and_after()
    {
        var board = ProbeBoard.Of(Make.Flats(12, 0.3, 0.8, phase: "post"), [.. Make.Flats(12, 0.9, 0.1, phase: "inject"), .. Make.Flats(12, 0.5, 0.6)], Make.Targets);
        Assert.Equal([(Phase.Baseline, 0.3), (Phase.Post, 0.5)], board.Phases.Select(p => (p.Phase, p.DsMedian!.Value)));
        Assert.Equal(new LostCoverage("pay", 0.8, 0.6), Assert.Single(board.Lost));
    }

    [Fact]
    public void A_topic_that_never_had_coverage_did_not_lose_it() =>
        Assert.Empty(Of([.. Make.Flats(12, 0.3, 0.5, phase: "baseline"), .. Make.Flats(12, 0.3, 0.4)]).Lost);

    [Property(MaxTest = 30)]
    public bool The_order_of_probes_changes_no_number(byte[] values, int seed)
    {
        var events = values.Select((v, i) => Make.Flat(i, v % 101 / 100.0, v % 89 / 88.0, v % 7 == 0 ? "<>" : "→", v % 2 == 0 ? "post" : "inject", $"t{v % 3}")).ToArray();
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (a, b) = (Of(events), Of(shuffled));
        return a.Semantics.Reason == b.Semantics.Reason && a.Lost.SequenceEqual(b.Lost)
            && a.Rows.Select(r => (r.Id, r.DsAfter, string.Join(';', r.Moved))).SequenceEqual(b.Rows.Select(r => (r.Id, r.DsAfter, string.Join(';', r.Moved))));
    }
}

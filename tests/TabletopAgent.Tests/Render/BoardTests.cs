using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class BoardTests
{
    [Fact]
    public void Phases_rows_and_verdicts_keep_their_numbers()
    {
        var board = Board.Of(ProbeBoard.Of([Probe("baseline", 0.38, 0.78, "→"), Probe("inject", 0.66, 0.52, "←")], Targets.Default), Targets.Default, []);
        Assert.Equal(["baseline", "inject"], board.Phases.Keys);
        Assert.Equal((1, 0.66, 0.52), (board.Phases["inject"].N, board.Phases["inject"].DsMedian, board.Phases["inject"].CoverageMedian));
        Assert.True(board.Phases["inject"].Unverified);
        Assert.Equal("fail", board.Overall);
        Assert.Equal(("fail", 0.66, 0.45), (board.Measures["delta_s"].Verdict, board.Measures["delta_s"].Value, board.Measures["delta_s"].Target));
        var row = Assert.Single(board.Probes);
        Assert.Equal(("p-1", 0.38, 0.66, "→", "←"), (row.ProbeId, row.DsBefore, row.DsAfter, row.LambdaBefore, row.LambdaAfter));
        Assert.NotEmpty(row.Moved);
        Assert.Equal(["×"], row.LambdaTrend);
        Assert.Equal([0.38, 0.66], board.Trend!.DsMedians);
        Assert.Equal(new BoardLoss("a.b", 0.78, 0.52), Assert.Single(board.LostCoverage));
    }

    private static Event Probe(string phase, double ds, double coverage, string lambda) => Event.Of(
        "probe", new Place("probes.csv", 1), ("phase", phase), ("probe_id", "p-1"), ("expected_section", "a.b"), ("ΔS_q_r", ds), ("coverage", coverage), ("λ_state", lambda));
}
